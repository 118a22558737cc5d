#pragma once

#include "grader/commands/command.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// The command line of `grade`, read.
class CommandLine {
public:
    /// Reads the arguments, without the program's name. --lang says the language, of complaints too;
    /// otherwise it is `usual`.
    CommandLine(const std::vector<std::string>& arguments, Language usual);

    /// What is said in place of running a command: help, or one sentence on what is wrong. It belongs on
    /// standard error when the exit code is not 0.
    struct Answer {
        std::string text;
        int exit_code = 0;
    };
    const std::optional<Answer>& answer() const { return answer_; }

    Language language() const { return language_; }
    const CLI::App& app() const { return app_; }

    /// Answers, or runs the command that is asked for. Gives the exit code.
    int run() const;

private:
    Answer answer_to(const CLI::ParseError& error) const;

    Language language_;
    CLI::App app_;
    std::vector<std::pair<Command, Action>> commands_;
    std::optional<Answer> answer_;
};

/// The language of a locale: of the first of these variables that is not empty, as setlocale(3) reads them.
/// Null is empty.
Language language_of_locale(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace grader
