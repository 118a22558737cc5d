#pragma once

#include "grader/verdict/text.hpp"

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

// The commands. Each writes to the terminal and gives the exit code: 0 everything passed, 1 something did not,
// 2 called wrongly, 3 a fault of ours.
int check(const CheckOptions& options);
int run_live(const std::string& what, const std::string& exercises, Language language, bool allow_uncontained);
int list(const std::string& exercises, Language language);
int new_exercise(const std::string& name, Language language);
int check_exercise(const std::string& folder, Language language, bool allow_uncontained);
int doctor(Language language);

}  // namespace grader
