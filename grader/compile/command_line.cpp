#include "grader/compile/command_line.hpp"

namespace grader {

namespace {

/// `line` is ` "program" "argument" …`, with a backslash before a quote, a backslash or a dollar.
std::optional<std::vector<std::string>> read_command(std::string_view line) {
    std::vector<std::string> command;
    std::size_t at = 0;
    while ((at = line.find('"', at)) != std::string_view::npos) {
        std::string argument;
        for (++at; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] == '\\' && at + 1 < line.size()) ++at;
            argument += line[at];
        }
        if (at == line.size()) return std::nullopt;
        ++at;
        command.push_back(std::move(argument));
    }
    return command;
}

}  // namespace

std::string quoted(std::string_view argument) {
    std::string result = "'";
    for (const char c : argument) {
        if (c == '\'') {
            result += "'\\''";
        } else {
            result += c;
        }
    }
    return result + "'";
}

std::string quoted(const std::vector<std::string>& command) {
    std::string result;
    for (const std::string& argument : command) {
        if (!result.empty()) result += ' ';
        result += quoted(argument);
    }
    return result;
}

std::vector<std::string> operator+(std::vector<std::string> command, const std::vector<std::string>& more) {
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

std::optional<std::vector<std::vector<std::string>>> read_driver_commands(std::string_view printed) {
    std::vector<std::vector<std::string>> commands;
    while (!printed.empty()) {
        const std::string_view line = printed.substr(0, printed.find('\n'));
        printed.remove_prefix(line.size() < printed.size() ? line.size() + 1 : printed.size());
        if (!line.starts_with(" \"")) continue;
        auto command = read_command(line);
        if (!command) return std::nullopt;
        commands.push_back(std::move(*command));
    }
    return commands;
}

}  // namespace grader
