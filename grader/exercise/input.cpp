#include "grader/exercise/input.hpp"

#include "grader/texts/duration_text.hpp"

#include <algorithm>
#include <cctype>

namespace grader {

namespace {

constexpr std::size_t most_listed = 6;
constexpr std::size_t longest_shown = 32;

/// A plain word as it is; anything else in quotes, so that blanks and an empty text can be seen.
std::string shown(const std::string& text) {
    const bool is_word =
        !text.empty() && text.size() <= longest_shown && std::ranges::all_of(text, [](unsigned char c) {
            return std::isalnum(c) != 0 || c >= 128 || c == '_' || c == '-';
        });
    if (is_word) return text;
    std::string cut = text;
    if (cut.size() > longest_shown) {
        std::size_t end = longest_shown;
        while (end > 0 && (static_cast<unsigned char>(cut[end]) & 0xC0U) == 0x80U)
            --end;  // inside a character
        cut = cut.substr(0, end) + "…";
    }
    std::ranges::replace_if(cut, [](unsigned char c) { return c < 32 || c == 127; }, ' ');
    return '"' + cut + '"';
}

}  // namespace

Text in_words(const Input& input) {
    switch (input.kind) {
        case Input::Kind::time: return duration_text(std::chrono::nanoseconds(input.value));
        case Input::Kind::truth: return input.value != 0 ? Text("true") : Text("false");
        case Input::Kind::text: return Text(shown(input.text));
        case Input::Kind::list: {
            if (input.items.empty()) return say("none");
            Text all;
            for (std::size_t i = 0; i < std::min(input.items.size(), most_listed); ++i)
                all = joined(all, ", ", in_words(input.items[i]));
            if (input.items.size() <= most_listed) return all;
            return say("{0} and {1} more", all, input.items.size() - most_listed);
        }
        case Input::Kind::record: {
            Text all;
            for (const auto& [name, value] : input.fields) all = joined(all, " ", in_words(value));
            return all;
        }
        default: return Text(std::to_string(input.value));
    }
}

}  // namespace grader
