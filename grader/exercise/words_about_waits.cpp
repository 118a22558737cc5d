#include "grader/exercise/vocabulary.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace grader {

namespace {

using Kind = Arguments::Kind;

Time begin_of(const Timeline& here, std::size_t call) { return here.calls.at(call).begin; }

/// A measure of the waits that are chosen, in the reading that is best for the submission.
template <class PerGroup>
Measure of_waits(const Selection& of, PerGroup measure) {
    return [of, measure](const Timeline& here, std::size_t call, const Timelines&) {
        return in_best_reading(of.readings(here, call),
                               [&](const Group& group) { return measure(group, here, call); });
    };
}

Expectation read_count(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Range range = arguments.range(Kind::number);
    const auto measure = [range](const Group& group, const Timeline& here, std::size_t call) {
        return count(group, range.bounds(here, call), here.calls.at(call).end);
    };
    return {say("{0} {1}", range.words(), of.words(range.is_one())),
            [of, measure](const Timeline& here, std::size_t call, const Timelines&) {
                return in_best_reading(of.strict_readings(here, call),
                                       [&](const Group& group) { return measure(group, here, call); });
            }};
}

Expectation read_overlap(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    return {say("{0}, all under way at the same moment", of.words()),
            of_waits(of, [](const Group& group, const Timeline&, std::size_t) { return overlap(group); })};
}

Expectation read_peak(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Range range = arguments.range(Kind::number);
    return {say("{0} {1} at the same moment", range.words(), of.words(range.is_one())),
            of_waits(of, [range](const Group& group, const Timeline& here, std::size_t call) {
                return peak(group, range.bounds(here, call));
            })};
}

Expectation read_limit_used(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula limit = arguments.formula("limit", Kind::number);
    return {
        say("{0} {1} under way as long as there is more to do", limit.words(), of.words(limit.text() == "1")),
        of_waits(of, [limit](const Group& group, const Timeline& here, std::size_t call) {
            return limit_used(group, limit.value(here, call), begin_of(here, call));
        })};
}

Expectation read_never_idle(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    return {say("at every moment of the call, one of its {0} is under way", of.words()),
            of_waits(of, [](const Group& group, const Timeline& here, std::size_t call) {
                return never_idle(group, begin_of(here, call), here.calls.at(call).end);
            })};
}

Expectation read_rate(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula most = arguments.formula("at_most", Kind::number);
    const Formula length = arguments.formula("in", Kind::time);
    return {
        say("at most {0} {1} begin within {2}", most.words(), of.words(most.text() == "1"), length.words()),
        of_waits(of, [most, length](const Group& group, const Timeline& here, std::size_t call) {
            return rate(group, most.value(here, call), length.time(here, call));
        })};
}

/// Measures of two kinds of waits.
template <class OfBoth>
Measure of_both(const Selection& of, const Selection& others, OfBoth measure) {
    return [of, others, measure](const Timeline& here, std::size_t call, const Timelines&) {
        return in_best_reading(of.readings(here, call), [&](const Group& group) {
            return in_best_reading(others.readings(here, call),
                                   [&](const Group& other) { return measure(group, other); });
        });
    };
}

Expectation read_before(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Selection then = arguments.selection("then");
    return {say("first {0}, then {1}", of.words(), then.words()), of_both(of, then, before)};
}

Expectation read_after(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Selection others = arguments.selection("others");
    return {say("{0}, and only after {1}", of.words(), others.words()), of_both(others, of, before)};
}

Expectation read_never_together(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Selection others = arguments.selection("others");
    return {say("{0} and {1} never at the same time", of.words(), others.words()),
            of_both(of, others, never_together)};
}

Expectation read_within(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula from = arguments.formula("from", Kind::time);
    const Formula to = arguments.formula("to", Kind::time);
    return {say("{0} between {1} and {2}", of.words(), from.words(), to.words()),
            of_waits(of, [from, to](const Group& group, const Timeline& here, std::size_t call) {
                const Time begin = begin_of(here, call);
                return within(group, begin + from.time(here, call),
                              begin + to.time(here, call) + lateness_in(here, call));
            })};
}

Expectation read_wait(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const auto number = static_cast<std::size_t>(arguments.number("number", 1, 100'000));
    const auto begins = arguments.maybe_formula("begins_at", Kind::time);
    const auto ends = arguments.maybe_formula("ends_at", Kind::time);
    Text words = say("wait number {0}", number);
    if (begins) words = say("{0} begins after {1}", words, begins->words());
    if (ends) words = say(begins ? "{0} and ends after {1}" : "{0} ends after {1}", words, ends->words());
    return {words,
            of_waits(of, [number, begins, ends](const Group& group, const Timeline& here, std::size_t call) {
                const auto moment = [&](const std::optional<Formula>& after) {
                    return after ? std::optional(begin_of(here, call) + after->time(here, call))
                                 : std::nullopt;
                };
                return wait_number(group, number, moment(begins), moment(ends), lateness_in(here, call));
            })};
}

Expectation read_stages(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    Stages stages;
    stages.sizes = arguments.numbers("stages", 1000);
    stages.made_of = arguments.texts("made_of");
    if (arguments.has("only")) {
        for (const std::int64_t one : arguments.numbers(
                 "only", std::max<std::int64_t>(static_cast<std::int64_t>(stages.sizes.size()), 1)))
            stages.asked.push_back(static_cast<std::size_t>(one) - 1);
    } else {
        for (std::size_t i = 0; i < stages.sizes.size(); ++i) stages.asked.push_back(i);
    }
    std::string sizes;
    for (const std::size_t asked : stages.asked)
        sizes += (sizes.empty() ? "" : ", ") +
                 std::to_string(asked < stages.sizes.size() ? stages.sizes[asked] : 0);
    return {say("{0} that begin together, stage after stage: {1}", of.words(), sizes),
            [of, stages](const Timeline& here, std::size_t call, const Timelines& all) {
                return in_best_reading(of.strict_readings(here, call), [&](const Group& group) {
                    return in_stages(here, call, group, stages, all);
                });
            }};
}

Expectation read_measures(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const std::string name = arguments.text("name", "result");
    constexpr std::int64_t most = 100'000;
    const std::int64_t from = arguments.number("from", -most, most);
    const std::int64_t to = arguments.number("to", from == 0 ? 1 : from, from < 0 ? -1 : most);
    return {say("{0} is the time that really passed", name),
            of_waits(of, [name, from, to](const Group& group, const Timeline& here, std::size_t call) {
                return measured(here, call, group, name, from, to);
            })};
}

Expectation read_each_waits(Arguments& arguments) {
    const Formula lengths = arguments.formula("lengths", Kind::list_of_times);
    const auto begins = arguments.maybe_formula("begins_at", Kind::time);
    return {say("a wait for each of {0}, all at the same moment", lengths.words()),
            [lengths, begins](const Timeline& here, std::size_t call, const Timelines&) {
                std::vector<Time> all;
                for (const std::int64_t one : lengths.worth(here, call).values) all.emplace_back(one);
                const Time after = begins ? begins->time(here, call) : Time::zero();
                return each_waits(here, call, std::move(all), begin_of(here, call) + after);
            }};
}

Expectation read_each_once(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula numbers = arguments.formula("numbers", Kind::number);
    return {say("each number below {0} exactly once", numbers.words()),
            [of, numbers](const Timeline& here, std::size_t call, const Timelines&) {
                return in_best_reading(of.strict_readings(here, call), [&](const Group& group) {
                    return each_once(here, call, group, numbers.value(here, call));
                });
            }};
}

Expectation read_says_number(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const bool is_one = arguments.one_of({"number", "numbers"}) == "number";
    const Formula formula = arguments.formula(is_one ? "number" : "numbers", Kind::number);
    return {is_one ? say("{0} in what is printed when it begins", formula.words())
                   : say("each one's number in what is printed when it begins"),
            of_waits(of, [is_one, formula](const Group& group, const Timeline& here, std::size_t call) {
                const std::int64_t value = formula.value(here, call);
                return is_one ? says_number(here, call, group, value)
                              : says_numbers(here, call, group, value);
            })};
}

Expectation read_holds_slot(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const std::string what = arguments.parameter("what");
    return {say("a slot of {0} as soon as one is free, given back when the wait is over", what),
            [of, what](const Timeline& here, std::size_t call, const Timelines&) {
                return in_best_reading(of.strict_readings(here, call), [&](const Group& group) {
                    return holds_slot(here, call, group, what);
                });
            }};
}

Expectation read_cancelled_at(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula at = arguments.formula("at", Kind::time);
    return {say("after {0}, {1} that are still under way are cancelled", at.words(), of.words()),
            of_waits(of, [at](const Group& group, const Timeline& here, std::size_t call) {
                if (here.scenario->script.late_seed != 0)  // nobody knows when that timer fires
                    return says_nothing(say("timers were late"), std::nullopt);
                return cancelled_at(group, begin_of(here, call) + at.time(here, call));
            })};
}

}  // namespace

const std::vector<Word>& words_about_waits() {
    static const std::vector<Word> all{
        {"count", {"of", "exactly", "at_least", "at_most"}, read_count},
        {"overlap", {"of"}, read_overlap},
        {"peak", {"of", "exactly", "at_least", "at_most"}, read_peak},
        {"limit_used", {"of", "limit"}, read_limit_used},
        {"never_idle", {"of"}, read_never_idle},
        {"rate", {"of", "at_most", "in"}, read_rate},
        {"before", {"of", "then"}, read_before},
        {"after", {"of", "others"}, read_after},
        {"never_together", {"of", "others"}, read_never_together},
        {"within", {"of", "from", "to"}, read_within},
        {"wait", {"number", "of", "begins_at", "ends_at"}, read_wait},
        {"stages", {"of", "stages", "only", "made_of"}, read_stages},
        {"measures", {"name", "of", "from", "to"}, read_measures},
        {"each_waits", {"lengths", "begins_at"}, read_each_waits},
        {"each_once", {"of", "numbers"}, read_each_once},
        {"says_number", {"of", "number", "numbers"}, read_says_number},
        {"holds_slot", {"what", "of"}, read_holds_slot},
        {"cancelled_at", {"of", "at"}, read_cancelled_at},
    };
    return all;
}

}  // namespace grader
