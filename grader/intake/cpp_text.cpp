#include "grader/intake/cpp_text.hpp"

#include <algorithm>
#include <cctype>

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

bool is_name_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_name(std::string_view text, std::string_view also) {
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::ranges::all_of(text, [also](char c) { return is_name_part(c) || also.find(c) != also.npos; });
}

bool has_name(std::string_view source, std::string_view name) {
    for (std::size_t at = source.find(name); at != source.npos; at = source.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !is_name_part(source[at - 1]);
        if (begins && (end == source.size() || !is_name_part(source[end]))) return true;
    }
    return false;
}

}  // namespace grader
