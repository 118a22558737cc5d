#pragma once

#include "grader/commands/commands.hpp"
#include "grader/texts/text.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace grader {

struct RunRequest {
    std::string what;       ///< an exercise or a file
    std::string exercises;  ///< a folder with exercises; empty: awaitlab's own
    Language language = Language::english;
    bool allow_uncontained = false;
};

struct ListRequest {
    std::string exercises;
    Language language = Language::english;
};

/// Of who writes an exercise.
struct ExerciseRequest {
    bool make =
        false;  ///< a new one of the name `what`; else the folder `what` is checked, or awaitlab's own
    std::string what;
    Language language = Language::english;
    bool allow_uncontained = false;
};

struct DoctorRequest {
    Language language = Language::english;
};

/// Nothing is to be run: this is the answer already. It belongs on standard error when the exit code is not
/// 0.
struct Answer {
    std::string text;
    int exit_code = 0;
};

/// What somebody asked for on the command line.
using Request = std::variant<Answer, CheckOptions, RunRequest, ReplayOptions, ListRequest, ExerciseRequest,
                             DoctorRequest>;

/// Reads the arguments, without the program's name. Whatever is wrong with them is an Answer of one sentence,
/// with exit code 2. --lang says the language, of the complaint too; otherwise it is `usual`.
Request read_arguments(const std::vector<std::string>& arguments, Language usual);

/// The language of a locale: of the first of these variables that is not empty, as setlocale(3) reads them.
/// Null is empty.
Language language_of_locale(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace grader
