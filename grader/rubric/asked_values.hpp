#pragma once

#include "grader/rubric/measures.hpp"
#include "grader/rubric/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grader {

/// A number or a time of a rubric.json that may hang on the values of the call it is asked of: "2 * delay".
class Formula {
public:
    explicit Formula(std::string text = "0") : text_(std::move(text)) {}

    std::int64_t value(const Timeline& here, std::size_t call) const;
    Time time(const Timeline& here, std::size_t call) const { return Time(value(here, call)); }
    Text words() const { return Text(text_, text_); }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// "exactly", "at_least", "at_most".
struct Range {
    std::optional<Formula> least;
    std::optional<Formula> most;

    Bounds bounds(const Timeline& here, std::size_t call) const;
    Text words() const;
};

/// Which waits: those of a length, those in a function of the header, or all.
struct Selection {
    std::vector<Formula> lengths;
    std::vector<std::string> functions;

    Group choose(const Timeline& here, std::size_t call) const;
    Text words() const;
};

/// What stands beside a measure's name. Whatever is wrong with it is told to the Reading.
class Arguments {
public:
    enum class Kind { number, time };

    Arguments(const Entry& entry, const Trial& trial, Reading& reading)
        : entry_(entry), trial_(trial), reading_(reading) {}

    Formula formula(std::string_view key, Kind kind);
    Range range(Kind kind);
    /// All waits where there is no such key.
    Selection selection(std::string_view key);
    std::string text(std::string_view key);
    /// None where there is no such key.
    std::vector<std::string> texts(std::string_view key);
    /// Exactly one of them is there: whether it is the first.
    bool one_of(const std::vector<std::pair<std::string_view, bool>>& keys);
    /// Somebody cancels in each of the scenarios.
    void needs_cancellation();

private:
    Formula read_formula(const Entry& entry, Kind kind);
    /// The value in the first scenario where that is a complaint, or of the wrong kind; else nothing.
    std::optional<Text> wrong(const std::string& formula, Kind kind) const;

    const Entry& entry_;
    const Trial& trial_;
    Reading& reading_;
};

}  // namespace grader
