#include "grader/report/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace grader {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;  ///< in bytes, at least one
    bool valid = false;
};

/// The character the text begins with. Requires: text is not empty.
Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return {};
    }
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte has narrower bounds after some leads: no overlong forms, no surrogates, nothing past
    // U+10FFFF (The Unicode Standard, table 3-7).
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t index = 1; index < length; ++index) {
        const bool fits = index < text.size() && byte(index) >= (index == 1 ? low : 0x80) &&
                          byte(index) <= (index == 1 ? high : 0xBF);
        if (!fits) {
            return {0, index, false};
        }
        code = (code << 6U) | (byte(index) & 0x3FU);
    }
    return {code, length, true};
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

/// The usual combining marks, joiners and variation selectors.
constexpr std::array<Range, 6> zero_wide{{{0x0300, 0x036F},
                                          {0x1AB0, 0x1AFF},
                                          {0x200B, 0x200D},
                                          {0x20D0, 0x20FF},
                                          {0xFE00, 0xFE0F},
                                          {0xFE20, 0xFE2F}}};

/// The blocks that Unicode's EastAsianWidth calls wide, coarsely, and emoji.
constexpr std::array<Range, 8> double_wide{{{0x1100, 0x115F},
                                            {0x2E80, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0x1F300, 0x1FAFF},
                                            {0x20000, 0x3FFFD}}};

std::size_t width_of(char32_t code) {
    if (is_in(code, zero_wide)) {
        return 0;
    }
    return is_in(code, double_wide) ? 2 : 1;
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

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// \u202e; past U+FFFF the two surrogates of UTF-16 (RFC 8259, 7).
std::string json_escape(char32_t code) {
    const auto unit = [](char32_t value) { return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(value)); };
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

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (columns(text) > width) {
        std::size_t end = fitting(text, width);
        std::size_t next = end;
        // The space may stand just behind the last column: the line is full then, and whole.
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
