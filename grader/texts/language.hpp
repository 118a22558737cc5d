#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// A language that verdicts can be read in: English, and each that has a file NAME.json in grader/texts/.
class Language {
public:
    static const Language english;

    /// English first, then the others by their names.
    static const std::vector<Language>& all();

    /// The one of that name, such as "fr"; nothing if there is none.
    static std::optional<Language> named(std::string_view name);

    /// As --lang and verdicts spell it: "en", "fr".
    const std::string& name() const;

    /// The decimal mark of a number: "." or ",".
    const std::string& decimal_mark() const;

    /// The colon of this language, with its spaces: ": " or " : ".
    const std::string& colon() const;

    /// A sentence of ours in this language; the sentence itself where the language's file does not have it.
    /// `number` is what it counts, where it counts something.
    std::string_view translated(std::string_view english, long long number = 1) const;

    /// Whether a sentence takes the singular with this number.
    bool is_singular(long long number) const;

    /// Its place in all().
    std::size_t index() const { return index_; }

    friend bool operator==(Language, Language) = default;

private:
    explicit constexpr Language(std::size_t index) : index_(index) {}

    std::size_t index_;
};

inline constexpr Language Language::english = Language(0);

}  // namespace grader
