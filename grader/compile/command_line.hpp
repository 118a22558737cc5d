#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// One argument as sh must read it.
std::string quoted(std::string_view argument);

/// A whole command as sh must read it.
std::string quoted(const std::vector<std::string>& command);

/// A command with more arguments.
std::vector<std::string> operator+(std::vector<std::string> command, const std::vector<std::string>& more);

/// The commands that a compiler driver prints with -###, one a line, each argument in double quotes. The
/// other lines are left out. Nothing when a quote is left open.
std::optional<std::vector<std::vector<std::string>>> read_driver_commands(std::string_view printed);

}  // namespace grader
