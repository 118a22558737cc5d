#include "grader/authoring/code_text.hpp"

#include "grader/intake/cpp_text.hpp"

namespace grader {

std::string only_code(const std::string& source) {
    std::string code = source;
    const auto blank = [&code](std::size_t from, std::size_t to) {
        for (; from < to; ++from) {
            if (code[from] != '\n') code[from] = ' ';
        }
    };
    std::size_t end = 0;
    for (std::size_t at = 0; at < source.size(); at = end) {
        end = comment_end(source, at);
        if (end != at) {
            blank(at, end);
            continue;
        }
        const bool parts_digits = at > 0 && is_name_part(source[at - 1]);
        const bool is_character = source[at] == '\'' && !parts_digits;
        end = source[at] == '"' || is_character ? quoted_end(source, at) : at + 1;
        if (source[at] == '"') blank(at + 1, end - 1);
    }
    return code;
}

/// Where the bracket that opens at `open` closes; npos where it does not. `<` counts as a bracket only at
/// `open` itself.
std::size_t closing(const std::string& code, std::size_t open) {
    int depth = 0;
    if (code[open] == '<') {
        for (std::size_t i = open; i < code.size() && code[i] != ';'; ++i) {
            if (code[i] == '<') ++depth;
            if (code[i] == '>' && --depth == 0) return i;
        }
        return std::string::npos;
    }
    for (std::size_t i = open; i < code.size(); ++i) {
        if (code[i] == '(' || code[i] == '{' || code[i] == '[') ++depth;
        if ((code[i] == ')' || code[i] == '}' || code[i] == ']') && --depth == 0) return i;
    }
    return std::string::npos;
}

}  // namespace grader
