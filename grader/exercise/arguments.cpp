#include "grader/exercise/arguments.hpp"

#include "grader/exercise/input.hpp"
#include "grader/intake/cpp_text.hpp"
#include "grader/texts/duration_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <variant>

namespace grader {

namespace {

/// "delay", "servers.delay"
bool is_dotted_name(const std::string& text) { return is_name(text, "."); }

/// A student can read it: a constant, or one name.
bool is_readable(const std::string& formula) {
    return is_dotted_name(formula) || worth_of(formula, {}).has_value();
}

bool fits(const Quantity& worth, Arguments::Kind kind) {
    switch (kind) {
        case Arguments::Kind::number: return worth.kind == Quantity::Kind::number && !worth.is_list;
        case Arguments::Kind::time: return worth.kind == Quantity::Kind::time && !worth.is_list;
        case Arguments::Kind::list_of_times:
            return worth.is_list && (worth.kind == Quantity::Kind::time || worth.size() == 0);
        case Arguments::Kind::list: return worth.is_list;
        case Arguments::Kind::no_list: return !worth.is_list;
        case Arguments::Kind::anything: break;
    }
    return true;
}

Text belongs_here(const std::string& formula, Arguments::Kind kind) {
    switch (kind) {
        case Arguments::Kind::time: return say("\"{0}\": a time belongs here, such as 1.5s", formula);
        case Arguments::Kind::list_of_times:
            return say("\"{0}\": a list of times belongs here, such as servers.delay", formula);
        case Arguments::Kind::list: return say("\"{0}\": a list belongs here, such as servers.name", formula);
        case Arguments::Kind::no_list: return say("\"{0}\": one value belongs here, and not a list", formula);
        default: return say("\"{0}\": a number belongs here, and not a time", formula);
    }
}

}  // namespace

Quantity Formula::worth(const Timeline& here, std::size_t call) const {
    // It was tried when the exercise was read.
    return worth_of(text_, here.scenario->facts.at(call)).value_or(Quantity());
}

std::vector<std::string> Formula::told(const Timeline& here, std::size_t call) const {
    const Values& facts = here.scenario->facts.at(call);
    // A text such as "007" is no number, whatever it looks like.
    std::vector<std::string> as_given = elements(facts, text_);
    if (!as_given.empty()) return as_given;
    const std::string* fact = find_value(facts, text_);
    const Quantity quantity = worth(here, call);
    if (fact != nullptr && !quantity.is_list) return {*fact};
    std::vector<std::string> all = quantity.texts;
    if (quantity.kind != Quantity::Kind::text) {
        for (const std::int64_t value : quantity.values)
            all.push_back(written({quantity.kind, false, {value}, {}}));
    }
    return all;
}

Text Formula::words() const {
    const auto constant = worth_of(text_, {});
    const bool is_time = constant && constant->kind == Quantity::Kind::time;
    return is_time ? duration_text(Time(constant->value())) : Text(text_);
}

Bounds Range::bounds(const Timeline& here, std::size_t call) const {
    Bounds bounds;
    if (least) bounds.least = least->value(here, call);
    if (most) bounds.most = most->value(here, call);
    return bounds;
}

Text Range::words() const {
    if (!most) return say("at least {0}", least->words());
    if (!least) return say("at most {0}", most->words());
    if (least->text() == most->text()) return say("exactly {0}", least->words());
    return say("{0} to {1}", least->words(), most->words());
}

Choice Selection::choice(const Timeline& here, std::size_t call) const {
    Choice choice{{}, functions};
    for (const Formula& length : lengths) {
        const Quantity worth = length.worth(here, call);
        for (const std::int64_t one : worth.values) {
            if (std::ranges::find(choice.lengths, Time(one)) == choice.lengths.end())
                choice.lengths.emplace_back(one);
        }
    }
    return choice;
}

std::vector<Group> Selection::readings(const Timeline& here, std::size_t call) const {
    return grader::readings(here, call, choice(here, call), true);
}

std::vector<Group> Selection::strict_readings(const Timeline& here, std::size_t call) const {
    return grader::readings(here, call, choice(here, call), false);
}

Text Selection::words(bool one) const {
    Text what;
    for (const Formula& length : lengths) what = joined(what, ", ", length.words());
    for (const std::string& function : functions) what = joined(what, ", ", Text(function));
    if (what.empty()) return one ? say("wait") : say("waits");
    return one ? say("wait of {0}", what) : say("waits of {0}", what);
}

std::optional<Text> Arguments::wrong(const std::string& formula, Kind kind) const {
    for (const TriedCall* call : trial_.calls) {
        const auto evaluated = evaluate(formula, call->facts);
        if (const auto* complaint = std::get_if<Text>(&evaluated))
            return say("\"{0}\": {1}", formula, *complaint);
        if (!fits(std::get<Quantity>(evaluated), kind)) return belongs_here(formula, kind);
    }
    return std::nullopt;
}

Formula Arguments::read_formula(const JsonValue& entry, Kind kind) {
    const std::string text =
        entry.kind == JsonValue::Kind::number ? std::to_string(entry.number) : reading_.text(entry);
    if (const auto complaint = reading_.ok() ? wrong(text, kind) : std::nullopt)
        reading_.complain(entry, *complaint);
    if (!trial_.has_own_words && !is_readable(text)) {
        reading_.complain(entry, say("\"{0}\" is a formula, which a student should not have to read: add "
                                     "\"expected\" to this criterion",
                                     text));
    }
    return Formula(text);
}

Formula Arguments::formula(std::string_view key, Kind kind) {
    return read_formula(reading_.needed(entry_, key), kind);
}

std::optional<Formula> Arguments::maybe_formula(std::string_view key, Kind kind) {
    const JsonValue* found = entry_.find(key);
    return found == nullptr ? std::nullopt : std::optional(read_formula(*found, kind));
}

Range Arguments::range(Kind kind) {
    const auto exactly = maybe_formula("exactly", kind);
    Range range{maybe_formula("at_least", kind), maybe_formula("at_most", kind)};
    if ((range.least || range.most) == exactly.has_value()) {
        reading_.complain(entry_,
                          say("\"exactly\" is needed, or else \"at_least\", \"at_most\" or both of them"));
        return {Formula(), Formula()};
    }
    return exactly ? Range{exactly, exactly} : range;
}

Selection Arguments::selection(std::string_view key) {
    Selection selection;
    const JsonValue* found = entry_.find(key);
    if (found == nullptr) return selection;
    for (const std::string& one : reading_.texts(*found)) {
        const auto complaint = wrong(one, Kind::time);
        if (!complaint || !wrong(one, Kind::list_of_times)) {
            selection.lengths.emplace_back(one);
        } else if (is_dotted_name(one) && has_name(trial_.header, one)) {
            selection.functions.push_back(one);
        } else {
            reading_.complain(*found, say("{0} (nor is it a function of the header)", *complaint));
        }
    }
    return selection;
}

std::string Arguments::text(std::string_view key) { return reading_.text(reading_.needed(entry_, key)); }

std::string Arguments::text(std::string_view key, std::string otherwise) {
    return reading_.text_or(entry_, key, std::move(otherwise));
}

std::int64_t Arguments::number(std::string_view key, std::int64_t least, std::int64_t most) {
    return reading_.number(reading_.needed(entry_, key), least, most);
}

std::vector<std::int64_t> Arguments::numbers(std::string_view key, std::int64_t most) {
    std::vector<std::int64_t> all;
    for (const JsonValue& one : reading_.list(reading_.needed(entry_, key)))
        all.push_back(reading_.number(one, 1, most));
    return all;
}

std::vector<std::string> Arguments::texts(std::string_view key) {
    const JsonValue* found = entry_.find(key);
    return found == nullptr ? std::vector<std::string>() : reading_.texts(*found);
}

std::string_view Arguments::one_of(const std::vector<std::string_view>& keys) {
    const auto is_there = [this](std::string_view key) { return has(key); };
    if (std::ranges::count_if(keys, is_there) != 1)
        reading_.complain(entry_, say("exactly one of these is needed: {0}", fmt::join(keys, ", ")));
    const auto found = std::ranges::find_if(keys, is_there);
    return found == keys.end() ? std::string_view() : *found;
}

std::string Arguments::parameter(std::string_view key) {
    const JsonValue& entry = reading_.needed(entry_, key);
    std::string name = reading_.text(entry);
    if (const auto complaint = reading_.ok() ? wrong(name, Kind::anything) : std::nullopt)
        reading_.complain(entry, *complaint);
    if (!is_dotted_name(name)) reading_.complain(entry, say("the name of a parameter belongs here"));
    return name;
}

void Arguments::needs_cancellation() {
    const auto is_cancelled = [](const TriedCall* call) { return is_true("cancelled", call->facts); };
    if (std::ranges::all_of(trial_.calls, is_cancelled)) return;
    reading_.complain(
        entry_,
        say("not all of these calls are cancelled: write \"when\": \"cancelled\" into the criterion"));
}

}  // namespace grader
