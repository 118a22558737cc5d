#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace grader {

/// The languages a verdict can be read in.
enum class Language { english, french };

/// Something a person reads, in every language. Both are always there.
class Text {
public:
    Text() = default;
    Text(std::string english, std::string french)
        : english_(std::move(english)), french_(std::move(french)) {}

    const std::string& in(Language language) const {
        return language == Language::french ? french_ : english_;
    }
    bool empty() const { return english_.empty(); }

private:
    std::string english_;
    std::string french_;
};

/// The same arguments put into a sentence of each language: say("{0} of {1}", "{0} sur {1}", 3, 4). An
/// argument that is a Text is read in the language of the sentence.
template <class... Arguments>
Text say(std::string_view english, std::string_view french, const Arguments&... arguments) {
    const auto in = [&](std::string_view sentence, Language language) {
        const auto argument = [language](const auto& value) -> decltype(auto) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Text>) {
                return value.in(language);
            } else {
                return (value);
            }
        };
        fmt::dynamic_format_arg_store<fmt::format_context> store;
        (store.push_back(argument(arguments)), ...);
        return fmt::vformat(sentence, store);
    };
    return Text(in(english, Language::english), in(french, Language::french));
}

}  // namespace grader
