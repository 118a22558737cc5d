#pragma once

#include "grader/texts/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grader {

struct CheckOptions {
    std::vector<std::string> paths;  ///< exercises' names, files, folders; none: exercises/
    std::string exercises;           ///< a folder with exercises; empty: awaitlab's own
    std::string exercise;            ///< where a file does not say; empty: it must say
    std::string json_path;           ///< "-": standard output. Empty: no JSON
    Language language = Language::english;
    std::optional<std::uint64_t> seed;  ///< none: drawn from the submission's bytes
    bool colour = false;
    bool allow_uncontained = false;  ///< grade also where nothing contains a submission
};

struct ReplayOptions {
    std::string verdict;                    ///< the file
    std::string submission;                 ///< the file; empty: where it usually is
    std::string check;                      ///< by its id; empty: the first that is not passed
    std::string exercises;                  ///< a folder with exercises of somebody's own; empty: awaitlab's
    bool live = false;                      ///< what was printed comes in real time
    Language language = Language::english;  ///< of complaints; the rest is in the verdict's own
    bool colour = false;
    bool allow_uncontained = false;
};

// The commands. Each writes to the terminal and gives the exit code: 0 everything passed, 1 something did
// not, 2 called wrongly, 3 a fault of ours.
int check(const CheckOptions& options);
int run_live(const std::string& what, const std::string& exercises, Language language,
             bool allow_uncontained);
int replay(const ReplayOptions& options);
int list(const std::string& exercises, Language language);
int new_exercise(const std::string& name, Language language);
int check_exercise(const std::string& folder, Language language, bool allow_uncontained);
int doctor(Language language);

}  // namespace grader
