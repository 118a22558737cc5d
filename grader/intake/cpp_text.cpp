#include "grader/intake/cpp_text.hpp"

#include <algorithm>

namespace grader {

std::size_t comment_end(std::string_view source, std::size_t at) {
    const std::string_view begin = source.substr(at, 2);
    if (begin == "//") return std::min(source.find('\n', at), source.size());
    if (begin != "/*") return at;
    const std::size_t close = source.find("*/", at + 2);
    return close == std::string_view::npos ? source.size() : close + 2;
}

std::size_t quoted_end(std::string_view source, std::size_t at) {
    const char quote = source[at];
    std::size_t end = at + 1;
    while (end < source.size() && source[end] != quote) end += source[end] == '\\' ? 2 : 1;
    return std::min(end + 1, source.size());
}

}  // namespace grader
