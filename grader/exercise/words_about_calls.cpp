#include "grader/exercise/vocabulary.hpp"

#include <fmt/ranges.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace grader {

namespace {

using Kind = Arguments::Kind;

const CallSpan& span_of(const Timeline& here, std::size_t call) { return here.calls.at(call); }

Expectation read_finish_time(Arguments& arguments) {
    const Range range = arguments.range(Kind::time);
    return {say("it returns after {0}", range.words()),
            [range](const Timeline& here, std::size_t call, const Timelines&) {
                const Bounds bounds = range.bounds(here, call);
                Time most(bounds.most);
                if (most < Time::max() / 2) most += lateness_in(here, call);
                return finish_time(span_of(here, call), Time(bounds.least), most);
            }};
}

Expectation read_returns_when_done(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    return {say("it returns as soon as all is done"),
            [of](const Timeline& here, std::size_t call, const Timelines&) {
                return in_best_reading(of.readings(here, call), [&](const Group& group) {
                    return returns_when_done(here, call, group);
                });
            }};
}

Expectation read_waited_exactly(Arguments& arguments) {
    const Formula length = arguments.formula("length", Kind::time);
    return {say("it waits {0} by awaiting, and the loop stays free", length.words()),
            [length](const Timeline& here, std::size_t call, const Timelines&) {
                return waited_exactly(here, call, length.time(here, call));
            }};
}

Expectation read_said_at(Arguments& arguments) {
    const Formula at = arguments.formula("at", Kind::time);
    return {say("some text after {0}", at.words()),
            [at](const Timeline& here, std::size_t call, const Timelines&) {
                const Time moment = span_of(here, call).begin + at.time(here, call);
                return said_between(here, moment, moment + lateness_in(here, call));
            }};
}

Expectation read_said_at_begin_and_end(Arguments&) {
    return {say("a text before the wait, and one after it"),
            [](const Timeline& here, std::size_t call, const Timelines&) {
                return said_at_begin_and_end(here, call);
            }};
}

Expectation read_order_kept(Arguments& arguments) {
    arguments.one_of({"printed"});
    const std::vector<std::string> printed = arguments.texts("printed");
    return {say("printed in this order: {0}", fmt::join(printed, ", ")),
            [printed](const Timeline& here, std::size_t call, const Timelines&) {
                return said_in_order(here, call, printed);
            }};
}

Expectation read_gives(Arguments& arguments) {
    const std::string name = arguments.text("name", "result");
    const std::string_view how =
        arguments.one_of({"text", "equals", "contains", "each_contains", "each_equals"});
    if (how == "text") {
        const std::string text = arguments.text("text");
        return {say("it gives \"{0}\"", text),
                [name, text](const Timeline& here, std::size_t call, const Timelines&) {
                    return gives_text(span_of(here, call), name, text);
                }};
    }
    if (how == "equals") {
        const Formula formula = arguments.formula("equals", Kind::no_list);
        return {say("it gives {0}", formula.words()),
                [name, formula](const Timeline& here, std::size_t call, const Timelines&) {
                    return gives_text(span_of(here, call), name, formula.told(here, call).front());
                }};
    }
    if (how == "contains") {
        const std::string parameter = arguments.parameter("contains");
        return {say("it gives a text with {0} in it", parameter),
                [name, parameter](const Timeline& here, std::size_t call, const Timelines&) {
                    const std::string* part = find_value(here.scenario->facts.at(call), parameter);
                    return gives_part(span_of(here, call), name, part == nullptr ? "" : *part);
                }};
    }
    const bool whole = how == "each_equals";
    const Formula list = arguments.formula(how.empty() ? "each_contains" : how, Kind::list);
    return {say("it gives one for each of {0}, in that order", list.words()),
            [name, list, whole](const Timeline& here, std::size_t call, const Timelines&) {
                return gives_each(span_of(here, call), name, list.told(here, call), whole);
            }};
}

Expectation read_same_as_alone(Arguments&) {
    return {say("after another call, the call does the same as alone"),
            [](const Timeline& here, std::size_t call, const Timelines& all) {
                return same_as_alone(here, call, all);
            }};
}

Expectation read_stopped_when_cancelled(Arguments& arguments) {
    arguments.needs_cancellation();
    return {say("cancelled from outside, everything stops at that moment, and the CancelledError comes out"),
            [](const Timeline& here, std::size_t call, const Timelines&) {
                return stopped_when_cancelled(here, call);
            }};
}

Expectation read_throws(Arguments& arguments) {
    const std::string text = arguments.text("text");
    return {say("it throws an error: {0}", text),
            [text](const Timeline& here, std::size_t call, const Timelines&) {
                return throws_error(span_of(here, call), text);
            }};
}

Measure holds_unless(std::optional<Finding> (*fault)(const Timeline&, std::size_t)) {
    return [fault](const Timeline& here, std::size_t call, const Timelines&) {
        return fault(here, call).value_or(holds());
    };
}

Expectation no_blocked(Arguments&) {
    return {say("the loop is never blocked"), holds_unless(blocked_the_loop)};
}

Expectation no_swallowed_cancellation(Arguments& arguments) {
    arguments.needs_cancellation();
    return {say("the CancelledError comes out"), holds_unless(swallowed_cancellation)};
}

Expectation no_never_awaited(Arguments&) {
    return {say("every coroutine that is called is awaited"), holds_unless(never_awaited)};
}

Expectation no_left_behind(Arguments&) { return {say("no task is left running"), holds_unless(left_behind)}; }

Expectation no_deadlocked(Arguments&) {
    return {say("at every moment some task can go on"), holds_unless(deadlocked)};
}

}  // namespace

const std::vector<Word>& words_about_calls() {
    static const std::vector<Word> all{
        {"finish_time", {"exactly", "at_least", "at_most"}, read_finish_time},
        {"returns_when_done", {"of"}, read_returns_when_done},
        {"waited_exactly", {"length"}, read_waited_exactly},
        {"said_at", {"at"}, read_said_at},
        {"said_at_begin_and_end", {}, read_said_at_begin_and_end},
        {"order_kept", {"printed"}, read_order_kept},
        {"gives", {"name", "text", "equals", "contains", "each_contains", "each_equals"}, read_gives},
        {"same_as_alone", {}, read_same_as_alone},
        {"stopped_when_cancelled", {}, read_stopped_when_cancelled},
        {"throws", {"text"}, read_throws},
    };
    return all;
}

const std::vector<Word>& words_for_faults() {
    static const std::vector<Word> all{
        {"blocked", {}, no_blocked},
        {"swallowed_cancellation", {}, no_swallowed_cancellation},
        {"never_awaited", {}, no_never_awaited},
        {"left_behind", {}, no_left_behind},
        {"deadlocked", {}, no_deadlocked},
    };
    return all;
}

}  // namespace grader
