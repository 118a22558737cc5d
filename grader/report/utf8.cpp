#include "grader/report/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace grader {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;  ///< in bytes, at least one
    bool valid = false;
};

/// A character with code 0 and length 0 where the text does not begin with a valid one.
Character valid_character(std::string_view text) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) return {0, 0, false};
    return {static_cast<char32_t>(code), static_cast<std::size_t>(length), true};
}

/// How many bytes one U+FFFD replaces: the longest beginning that further bytes could make a character.
std::size_t maximal_subpart(std::string_view text) {
    for (std::size_t length = std::min<std::size_t>(text.size(), 3); length > 1; --length) {
        // After some first bytes only the low continuation bytes may come, after others only the high ones.
        for (const char* rest : {"\x80\x80", "\xBF\xBF"}) {
            if (valid_character(std::string(text.substr(0, length)) + rest).valid) return length;
        }
    }
    return 1;
}

/// The character the text begins with. Requires: text is not empty.
Character first_character(std::string_view text) {
    const Character character = valid_character(text);
    return character.valid ? character : Character{0, maximal_subpart(text), false};
}

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t count>
bool is_in(char32_t code, const std::array<Range, count>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](Range range) { return code >= range.first && code <= range.last; });
}

/// C0, DEL and C1 controls; line and paragraph separators; bidirectional controls, which can show a line in
/// another order than it has (CVE-2021-42574); the byte order mark.
constexpr std::array<Range, 8> unsafe{{{0x00, 0x1F},
                                       {0x7F, 0x9F},
                                       {0x061C, 0x061C},
                                       {0x200E, 0x200F},
                                       {0x2028, 0x202E},
                                       {0x2066, 0x2069},
                                       {0xFEFF, 0xFEFF},
                                       {0xE0000, 0xE007F}}};

std::size_t width_of(char32_t code) {
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)));
}

/// How much of the text fits into `width` columns: bytes.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t index = 0;
    while (index < text.size()) {
        const Character character = first_character(text.substr(index));
        used += width_of(character.code);
        if (used > width) {
            break;
        }
        index += character.length;
    }
    return index;
}

/// e for é, after the decomposition of Unicode; ? where that does not begin with ASCII.
char base_letter(char32_t code) {
    std::array<utf8proc_int32_t, 8> parts{};
    int last_class = UTF8PROC_BOUNDCLASS_START;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(code), parts.data(), parts.size(),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &last_class);
    return count > 0 && parts[0] < 0x80 ? static_cast<char>(parts[0]) : '?';
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// \u202e; past U+FFFF the two surrogates of UTF-16 (RFC 8259, 7).
std::string json_escape(char32_t code) {
    const auto unit = [](char32_t value) {
        return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(value));
    };
    if (code < 0x10000) return unit(code);
    return unit(0xD800 + ((code - 0x10000) >> 10U)) + unit(0xDC00 + (code & 0x3FFU));
}

}  // namespace

std::string valid_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const Character character = first_character(bytes);
        text += character.valid ? bytes.substr(0, character.length) : replacement;
        bytes.remove_prefix(character.length);
    }
    return text;
}

std::string visible(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const Character character = first_character(bytes);
        const std::string_view itself = bytes.substr(0, character.length);
        bytes.remove_prefix(character.length);
        if (!character.valid) {
            text += replacement;
        } else if (character.code == U'\t') {
            text += ' ';
        } else if (character.code == U'\n') {
            text += "\\n";
        } else if (character.code == U'\r') {
            text += "\\r";
        } else if (!is_in(character.code, unsafe)) {
            text += itself;
        } else if (character.code < 0x80) {
            text += fmt::format("\\x{:02x}", static_cast<std::uint32_t>(character.code));
        } else {
            text += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code));
        }
    }
    return text;
}

std::string visible_json(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    while (!json.empty()) {
        const Character character = first_character(json);
        // JSON escapes C0 by itself: what is left of it lies between the texts, as line ends.
        if (character.valid && character.code > 0x1F && is_in(character.code, unsafe)) {
            text += json_escape(character.code);
        } else {
            text += json.substr(0, character.length);
        }
        json.remove_prefix(character.length);
    }
    return text;
}

std::string in_ascii(std::string_view text) {
    static const std::map<std::string_view, std::string_view> likenesses{
        {"█", "#"},  {"▐", "|"}, {"▓", "X"},   {"░", "="},  {"╳", "x"},  {"▲", "^"},
        {"✓", "+"},  {"✗", "x"}, {"–", "-"},   {"“", "\""}, {"”", "\""}, {"«", "\""},
        {"»", "\""}, {"’", "'"}, {"…", "..."}, {"µ", "u"},  {"×", "x"},  {"→", "->"}};
    std::string ascii;
    while (!text.empty()) {
        const Character character = first_character(text);
        const std::string_view itself = text.substr(0, character.length);
        text.remove_prefix(character.length);
        if (const auto likeness = likenesses.find(itself); likeness != likenesses.end()) {
            ascii += likeness->second;
        } else if (character.valid && character.code < 0x80) {
            ascii += itself;
        } else {
            ascii += base_letter(character.code);
        }
    }
    return ascii;
}

std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = first_character(text);
        width += width_of(character.code);
        text.remove_prefix(character.length);
    }
    return width;
}

std::string cut(std::string_view text, std::size_t width) {
    if (columns(text) <= width) {
        return std::string(text);
    }
    return std::string(text.substr(0, fitting(text, width - 1))) + "…";
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t used = columns(text);
    return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (columns(text) > width) {
        std::size_t end = fitting(text, width);
        std::size_t next = end;
        // The space may be just behind the last column: then the line is full, and complete.
        const std::size_t space = text.substr(0, end + 1).rfind(' ');
        if (space != std::string_view::npos && space > 0) {
            end = space;
            next = space + 1;
        }
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(next);
    }
    lines.emplace_back(text);
    return lines;
}

}  // namespace grader
