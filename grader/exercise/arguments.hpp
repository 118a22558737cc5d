#pragma once

#include "grader/exercise/formula.hpp"
#include "grader/exercise/group.hpp"
#include "grader/exercise/json_value.hpp"
#include "grader/exercise/measures.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grader {

/// A call that may be made.
struct TriedCall {
    std::string function;
    Values facts;
};

/// The calls with which the arguments of a measure are checked before anything runs.
struct Trial {
    std::vector<const TriedCall*> calls;  ///< the criterion applies to these, which outlive it
    std::string_view header;     ///< the text of the exercise's header; arguments may name its functions
    bool has_own_words = false;  ///< the criterion has an "expected" of its own
};

/// A number, a time or a list that may depend on the inputs of the call: "2 * delay".
class Formula {
public:
    explicit Formula(std::string text = "0") : text_(std::move(text)) {}

    Quantity worth(const Timeline& here, std::size_t call) const;
    std::int64_t value(const Timeline& here, std::size_t call) const { return worth(here, call).value(); }
    /// Its value, as the text of a result: each element of a list, or one text.
    std::vector<std::string> told(const Timeline& here, std::size_t call) const;
    Time time(const Timeline& here, std::size_t call) const { return Time(value(here, call)); }
    /// A constant as people write it, or a name as it is.
    Text words() const;
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
    bool is_one() const { return most && most->text() == "1"; }
};

/// Which waits: those of a length, those in a function of the header, or all.
struct Selection {
    std::vector<Formula> lengths;
    std::vector<std::string> functions;

    Choice choice(const Timeline& here, std::size_t call) const;
    std::vector<Group> readings(const Timeline& here, std::size_t call) const;
    /// Like readings(), but never with waits of another length.
    std::vector<Group> strict_readings(const Timeline& here, std::size_t call) const;
    /// "wait of 2 s", or "waits of 2 s"
    Text words(bool one = false) const;
};

/// The keys beside a measure's name. Reports every mistake to the Reading.
class Arguments {
public:
    enum class Kind { number, time, list_of_times, list, no_list, anything };

    Arguments(const JsonValue& entry, const Trial& trial, Reading& reading)
        : entry_(entry), trial_(trial), reading_(reading) {}

    Formula formula(std::string_view key, Kind kind);
    std::optional<Formula> maybe_formula(std::string_view key, Kind kind);
    Range range(Kind kind);
    /// All waits if there is no such key.
    Selection selection(std::string_view key);
    std::string text(std::string_view key);
    /// `otherwise` if there is no such key.
    std::string text(std::string_view key, std::string otherwise);
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most);
    /// Each from 1 to `most`.
    std::vector<std::int64_t> numbers(std::string_view key, std::int64_t most);
    /// None if there is no such key.
    std::vector<std::string> texts(std::string_view key);
    bool has(std::string_view key) const { return entry_.find(key) != nullptr; }
    /// The one key of these that is there; exactly one must be.
    std::string_view one_of(const std::vector<std::string_view>& keys);
    /// The name of a parameter, or of a list such as servers.name.
    std::string parameter(std::string_view key);
    /// Checks that each of the calls is cancelled.
    void needs_cancellation();

private:
    Formula read_formula(const JsonValue& entry, Kind kind);
    /// What is wrong with it for one of the calls; nothing if it is right for all.
    std::optional<Text> wrong(const std::string& formula, Kind kind) const;

    const JsonValue& entry_;
    const Trial& trial_;
    Reading& reading_;
};

}  // namespace grader
