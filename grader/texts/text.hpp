#pragma once

#include "grader/texts/language.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace grader {

/// Something a person reads, in every language.
class Text {
public:
    Text() = default;

    /// A text that is the same in every language: a name, a path, a message of another program.
    explicit Text(std::string same) : by_language_{std::move(same)} {}

    /// What `in_one` gives for each language.
    template <class InOne>
        requires std::is_invocable_r_v<std::string, InOne, Language>
    explicit Text(InOne in_one) {
        for (const Language language : Language::all()) by_language_.push_back(in_one(language));
    }

    /// In English where it is not there in this language.
    const std::string& in(Language language) const {
        static const std::string nothing;
        if (by_language_.empty()) return nothing;
        const std::string& text = by_language_[by_language_.size() == 1 ? 0 : language.index()];
        return text.empty() ? by_language_.front() : text;
    }
    bool is_in(Language language) const {
        return by_language_.size() == 1 || (!empty() && !by_language_[language.index()].empty());
    }
    bool empty() const { return in(Language::english).empty(); }

private:
    std::vector<std::string> by_language_;  ///< a single one: the same in every language
};

/// `next` behind `before` and `between`; `next` alone where nothing is before it.
inline Text joined(const Text& before, const Text& between, const Text& next) {
    if (before.empty()) return next;
    return Text(
        [&](Language language) { return before.in(language) + between.in(language) + next.in(language); });
}
/// The same, where what is between them is the same in every language.
inline Text joined(const Text& before, std::string between, const Text& next) {
    return joined(before, Text(std::move(between)), next);
}

/// The first whole number among the arguments of a sentence; 1 where there is none.
inline long long number_among() { return 1; }
template <class First, class... Rest>
long long number_among(const First& first, const Rest&... rest) {
    if constexpr (std::is_integral_v<First>) {
        return static_cast<long long>(first);
    } else {
        return number_among(rest...);
    }
}

/// A text that may be one of our sentences, without arguments, or anything else, which is the same in every
/// language.
inline Text say_if_known(std::string_view sentence) {
    return Text([&](Language language) { return std::string(language.translated(sentence)); });
}

/// A sentence with its arguments put into it, in every language: say("{0} of {1}", 3, 4). The other languages
/// have their sentences in grader/texts/NAME.json; the English sentence is the key. An argument that is a
/// Text is read in the language of the sentence. Where a language has two forms of the sentence, the first
/// argument that is a number decides.
template <class... Arguments>
Text say(std::string_view english, const Arguments&... arguments) {
    return Text([&](Language language) {
        [[maybe_unused]] const auto argument = [language](const auto& value) -> decltype(auto) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Text>) {
                return value.in(language);
            } else {
                return (value);
            }
        };
        fmt::dynamic_format_arg_store<fmt::format_context> store;
        (store.push_back(argument(arguments)), ...);
        return fmt::vformat(language.translated(english, number_among(arguments...)), store);
    });
}

}  // namespace grader
