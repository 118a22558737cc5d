#pragma once

#include "grader/commands/arguments.hpp"
#include "grader/commands/command_line.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace grader {

/// One sentence, and exit code 2.
Answer complaint(const Text& sentence, Language language);

/// Why CLI11 could not read it, in our words; its own are for programmers, and in English only.
Answer answer_to(const CommandLine& line, const CLI::ParseError& error, Language language);

/// What is wrong with the values themselves.
std::optional<Text> wrong_value(const CommandLine& line);

/// What `grade exercise` can do, for somebody who asked for something else.
Text what_of_exercise();

std::optional<std::uint64_t> whole_number(const std::string& text);

}  // namespace grader
