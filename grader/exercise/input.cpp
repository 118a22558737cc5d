#include "grader/exercise/input.hpp"

#include "grader/texts/duration_text.hpp"

#include <nlohmann/json.hpp>

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

nlohmann::ordered_json value_as_json(const Input& input);

void put(nlohmann::ordered_json& object, const std::string& name, const Input& input) {
    if (input.kind == Input::Kind::time) {
        constexpr std::int64_t microsecond = 1000;
        if (input.value % microsecond == 0) {
            object[name + "_us"] = input.value / microsecond;
        } else {
            object[name + "_us"] = static_cast<double>(input.value) / static_cast<double>(microsecond);
        }
        return;
    }
    object[name] = value_as_json(input);
    if (input.kind != Input::Kind::semaphore) return;
    for (const auto& [field, value] : input.fields) put(object, name + "_" + field, value);
}

nlohmann::ordered_json value_as_json(const Input& input) {
    switch (input.kind) {
        case Input::Kind::truth:
            return input.value != 0;
        case Input::Kind::text:
            return input.text;
        case Input::Kind::list: {
            auto list = nlohmann::ordered_json::array();
            for (const Input& item : input.items) {
                if (item.kind == Input::Kind::time) {
                    nlohmann::ordered_json one;
                    put(one, "length", item);
                    list.push_back(one);
                } else {
                    list.push_back(value_as_json(item));
                }
            }
            return list;
        }
        case Input::Kind::record: {
            auto object = nlohmann::ordered_json::object();
            for (const auto& [name, value] : input.fields) put(object, name, value);
            return object;
        }
        default:
            return input.value;
    }
}

}  // namespace

Text in_words(const Input& input) {
    switch (input.kind) {
        case Input::Kind::time:
            return duration_text(std::chrono::nanoseconds(input.value));
        case Input::Kind::truth:
            return input.value != 0 ? Text("true") : Text("false");
        case Input::Kind::text:
            return Text(shown(input.text));
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
        default:
            return Text(std::to_string(input.value));
    }
}

std::string as_json(const Inputs& inputs) {
    auto object = nlohmann::ordered_json::object();
    for (const auto& [name, input] : inputs) put(object, name, input);
    return object.dump();
}

}  // namespace grader
