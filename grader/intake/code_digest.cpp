#include "grader/intake/cpp_text.hpp"
#include "grader/intake/intake.hpp"

#include <cctype>

namespace grader {

std::string code_digest(std::string_view source) {
    std::string code;
    std::size_t end = 0;
    for (std::size_t at = 0; at < source.size(); at = end) {
        end = comment_end(source, at);
        if (end != at) continue;
        const bool is_quote = source[at] == '"' || source[at] == '\'';
        end = is_quote ? quoted_end(source, at) : at + 1;
        if (std::isspace(static_cast<unsigned char>(source[at])) == 0) code += source.substr(at, end - at);
    }
    return sha256(code);
}

}  // namespace grader
