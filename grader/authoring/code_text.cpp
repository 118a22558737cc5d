#include "grader/authoring/code_text.hpp"

#include <algorithm>
#include <cctype>

namespace grader {

bool is_name_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string only_code(const std::string& source) {
    std::string code = source;
    const auto blank = [&code](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && i < code.size(); ++i) {
            if (code[i] != '\n') code[i] = ' ';
        }
    };
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source.compare(i, 2, "//") == 0) {
            const std::size_t end = std::min(source.find('\n', i), source.size());
            blank(i, end);
            i = end;
        } else if (source.compare(i, 2, "/*") == 0) {
            const std::size_t end = std::min(source.find("*/", i + 2), source.size());
            blank(i, end + 2);
            i = end + 1;
        } else if (source[i] == '"') {
            std::size_t end = i + 1;
            while (end < source.size() && source[end] != '"' && source[end] != '\n')
                end += source[end] == '\\' ? 2 : 1;
            blank(i + 1, end);
            i = end;
        }
    }
    return code;
}

/// Where the bracket that opens at `open` closes; npos where it does not. Only where it is one itself is < a
/// bracket.
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
