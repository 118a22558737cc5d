#pragma once

#include "grader/intake/cpp_text.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The texts in quotes of a C++ source, with their escapes undone and neighbours put together as the compiler
/// does.
namespace cpp_literals {

/// One text, or one character that is part of none.
struct Piece {
    bool is_text = false;
    std::string text;
};

inline std::string unescaped(std::string_view inside) {
    std::string text;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        if (inside[at] != '\\' || at + 1 == inside.size()) {
            text += inside[at];
            continue;
        }
        const char escaped = inside[++at];
        text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
    }
    return text;
}

/// Whether the ' at this place parts the digits of a number.
inline bool is_in_a_number(std::string_view source, std::size_t at) {
    return at > 0 && std::isxdigit(static_cast<unsigned char>(source[at - 1])) != 0;
}

/// Comments and blanks are left out.
inline std::vector<Piece> pieces(std::string_view source) {
    std::vector<Piece> found;
    const auto add_text = [&](std::string text) {
        if (!found.empty() && found.back().is_text) {
            found.back().text += text;
        } else {
            found.push_back({true, std::move(text)});
        }
    };
    for (std::size_t at = 0; at < source.size();) {
        const std::string_view rest = source.substr(at);
        if (const std::size_t behind = grader::comment_end(source, at); behind != at) {
            at = behind;
        } else if (rest.starts_with("R\"")) {
            const std::size_t open = std::min(rest.find('('), rest.size());
            const std::string close = ")" + std::string(rest.substr(2, open - 2)) + "\"";
            const std::size_t end = std::min(rest.find(close), rest.size());
            add_text(std::string(rest.substr(open + 1, end - open - 1)));
            at += end + close.size();
        } else if (rest.front() == '"' || (rest.front() == '\'' && !is_in_a_number(source, at))) {
            const std::size_t end = grader::quoted_end(source, at);
            if (rest.front() == '"') {
                add_text(unescaped(source.substr(at + 1, end - at - 2)));
            } else {
                found.push_back({false, "'"});
            }
            at = end;
        } else {
            if (std::isspace(static_cast<unsigned char>(rest.front())) == 0)
                found.push_back({false, std::string(1, rest.front())});
            ++at;
        }
    }
    return found;
}

inline std::set<std::string> all(std::string_view source) {
    std::set<std::string> texts;
    for (const Piece& piece : pieces(source)) {
        if (piece.is_text) texts.insert(piece.text);
    }
    return texts;
}

/// The texts in the first argument of each call of this function: more than one for `say(is_one ? "…" :
/// "…")`.
inline std::vector<std::string> first_arguments(std::string_view source, std::string_view function) {
    std::vector<std::string> texts;
    std::string before;
    int depth = 0;  // of brackets within the first argument; 0: in none
    for (const Piece& piece : pieces(source)) {
        if (depth > 0 && piece.is_text) texts.push_back(piece.text);
        if (piece.is_text) {
            before.clear();
            continue;
        }
        const char c = piece.text.front();
        if (depth > 0) {
            if (c == '(') ++depth;
            if (c == ')' || (c == ',' && depth == 1)) --depth;
        } else if (c == '(' && before.ends_with(function) &&
                   (before.size() == function.size() ||
                    !grader::is_name_part(before[before.size() - function.size() - 1]))) {
            depth = 1;
        }
        before += c;
    }
    return texts;
}

}  // namespace cpp_literals
