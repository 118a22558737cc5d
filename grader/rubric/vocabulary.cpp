#include "grader/rubric/vocabulary.hpp"

#include "grader/rubric/asked_values.hpp"
#include "grader/rubric/measures.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace grader {

namespace {

/// What a measure says of one call; the call has begun.
using PerCall = std::function<Finding(const Timeline&, std::size_t call)>;

/// What reads the arguments of one measure.
using Read = Asked (*)(Arguments& arguments);

Measure in_every_call(PerCall measure) {
    return [measure = std::move(measure)](const Timeline& here, const Timelines&) {
        const auto& calls = here.scenario->script.calls;
        for (std::size_t call = 0; call < calls.size(); ++call) {
            if (call >= here.calls.size()) {
                return fails(say("{0} was never called", "{0} n'a jamais été appelée", calls[call].function));
            }
            if (Finding finding = measure(here, call); !finding.holds) return finding;
        }
        return holds();
    };
}

Asked asked(PerCall measure, Text expected) {
    return {in_every_call(std::move(measure)), std::move(expected)};
}

Asked read_count(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Range range = arguments.range(Arguments::Kind::number);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            return count(of.choose(here, call), range.bounds(here, call), here.calls.at(call).end);
        },
        say("{0} {1}", "{0} {1}", range.words(), of.words()));
}

Asked read_overlap(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    return asked(
        [=](const Timeline& here, std::size_t call) { return overlap(of.choose(here, call)); },
        say("{0}, all under way at the same moment", "{0}, toutes en cours au même moment", of.words()));
}

Asked read_peak(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Range range = arguments.range(Arguments::Kind::number);
    return asked([=](const Timeline& here,
                     std::size_t call) { return peak(of.choose(here, call), range.bounds(here, call)); },
                 say("{0} {1} at the same moment", "{0} {1} au même moment", range.words(), of.words()));
}

Asked read_limit_used(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula limit = arguments.formula("limit", Arguments::Kind::number);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            return limit_used(of.choose(here, call), static_cast<int>(limit.value(here, call)),
                              here.calls.at(call).begin);
        },
        say("{0} {1} under way as long as there is more to do", "{0} {1} en cours tant qu'il reste à faire",
            limit.words(), of.words()));
}

Asked read_before(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Selection then = arguments.selection("then");
    return asked([=](const Timeline& here,
                     std::size_t call) { return before(of.choose(here, call), then.choose(here, call)); },
                 say("first {0}, then {1}", "d'abord {0}, ensuite {1}", of.words(), then.words()));
}

Asked read_after(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Selection others = arguments.selection("others");
    return asked([=](const Timeline& here,
                     std::size_t call) { return after(of.choose(here, call), others.choose(here, call)); },
                 say("{0}, and only after {1}", "{0}, et seulement après {1}", of.words(), others.words()));
}

Asked read_within(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula from = arguments.formula("from", Arguments::Kind::time);
    const Formula to = arguments.formula("to", Arguments::Kind::time);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            const Time begin = here.calls.at(call).begin;
            return within(of.choose(here, call), begin + from.time(here, call), begin + to.time(here, call));
        },
        say("{0} between {1} and {2}", "{0} entre {1} et {2}", of.words(), from.words(), to.words()));
}

Asked read_finish_time(Arguments& arguments) {
    const Range range = arguments.range(Arguments::Kind::time);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            const Bounds bounds = range.bounds(here, call);
            return finish_time(here.calls.at(call), Time(bounds.least), Time(bounds.most));
        },
        say("it returns after {0}", "elle se termine après {0}", range.words()));
}

Asked read_waited_exactly(Arguments& arguments) {
    const Formula length = arguments.formula("length", Arguments::Kind::time);
    return asked([=](const Timeline& here,
                     std::size_t call) { return waited_exactly(here, call, length.time(here, call)); },
                 say("it waits {0} by awaiting, and the loop stays free",
                     "elle attend {0} avec co_await, et la boucle reste libre", length.words()));
}

Asked read_said_at(Arguments& arguments) {
    const Formula at = arguments.formula("at", Arguments::Kind::time);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            const Time moment = here.calls.at(call).begin + at.time(here, call);
            if (said_at(here, moment)) return holds();
            return fails(say("nothing was printed at {0}", "rien n'a été affiché à {0}", in_seconds(moment)),
                         moment);
        },
        say("some text after {0}", "un texte après {0}", at.words()));
}

Asked read_said_at_begin_and_end(Arguments&) {
    return asked([](const Timeline& here, std::size_t call) { return said_at_begin_and_end(here, call); },
                 {"a text before the wait, and one after it", "un texte avant l'attente, et un après"});
}

Asked read_order_kept(Arguments& arguments) {
    const std::vector<std::string> printed = arguments.texts("printed");
    const std::vector<std::string> given = arguments.texts("given");
    const bool of_prints = arguments.one_of({{"printed", !printed.empty()}, {"given", !given.empty()}});
    std::string list;
    for (const std::string& one : of_prints ? printed : given) list += (list.empty() ? "" : ", ") + one;
    return asked(
        [=](const Timeline& here, std::size_t index) {
            if (of_prints) return said_in_order(here, index, printed);
            const CallSpan& call = here.calls.at(index);
            if (const auto unfinished = did_not_return(call)) return *unfinished;
            return order_kept(call.all_results("result"), given, call.end);
        },
        say("in this order: {0}", "dans cet ordre : {0}", list));
}

Asked read_gives(Arguments& arguments) {
    const std::string result = arguments.text("result");
    return asked(
        [=](const Timeline& here, std::size_t index) {
            const CallSpan& call = here.calls.at(index);
            if (const auto unfinished = did_not_return(call)) return *unfinished;
            if (call.result("result") == result) return holds();
            return fails(say("{0} gave \"{1}\"", "{0} a rendu « {1} »", call.function, call.result("result")),
                         call.end);
        },
        say("it gives \"{0}\"", "elle rend « {0} »", result));
}

Asked read_cancelled_at(Arguments& arguments) {
    const Selection of = arguments.selection("of");
    const Formula at = arguments.formula("at", Arguments::Kind::time);
    return asked(
        [=](const Timeline& here, std::size_t call) {
            return cancelled_at(of.choose(here, call), here.calls.at(call).begin + at.time(here, call));
        },
        say("after {0}, {1} that are still under way are cancelled",
            "après {0}, ce qui est encore en cours ({1}) est annulé", at.words(), of.words()));
}

Asked read_stopped_when_cancelled(Arguments& arguments) {
    arguments.needs_cancellation();
    return asked(
        [](const Timeline& here, std::size_t call) {
            return stopped_when_cancelled(here, call, *here.scenario->cancel_at);
        },
        {"cancelled from outside, everything stops at that moment, and the CancelledError comes out",
         "annulée de l'extérieur, tout s'arrête à ce moment-là, et l'exception CancelledError sort"});
}

PerCall holds_unless(std::function<std::optional<Finding>(const Timeline&, std::size_t)> fault) {
    return [fault = std::move(fault)](const Timeline& here, std::size_t call) {
        return fault(here, call).value_or(holds());
    };
}

Asked no_blocked(Arguments&) {
    return asked(holds_unless(blocked_the_loop),
                 {"the loop is never blocked", "la boucle n'est jamais bloquée"});
}

Asked no_swallowed_cancellation(Arguments& arguments) {
    arguments.needs_cancellation();
    return asked(holds_unless([](const Timeline& here, std::size_t call) {
                     return swallowed_cancellation(here.calls.at(call), *here.scenario->cancel_at);
                 }),
                 {"the CancelledError comes out", "l'exception CancelledError sort"});
}

Asked no_never_awaited(Arguments&) {
    return asked(
        holds_unless([](const Timeline& here, std::size_t) { return never_awaited(here); }),
        {"every coroutine that is called is awaited", "toute coroutine appelée est attendue avec co_await"});
}

Asked no_left_behind(Arguments&) {
    return asked(holds_unless([](const Timeline& here, std::size_t) { return left_behind(here); }),
                 {"no task is left running", "aucune tâche ne reste en cours"});
}

Asked no_deadlocked(Arguments&) {
    return asked(holds_unless([](const Timeline& here, std::size_t) { return deadlocked(here); }),
                 {"somebody can always go on", "il y a toujours quelqu'un qui peut avancer"});
}

/// A measure as a rubric.json calls it, and the words that may stand beside it.
struct Word {
    std::string_view name;
    std::vector<std::string_view> arguments;
    Read read;
};

const std::vector<Word>& measures() {
    static const std::vector<Word> all{
        {"count", {"of", "exactly", "at_least", "at_most"}, read_count},
        {"overlap", {"of"}, read_overlap},
        {"peak", {"of", "exactly", "at_least", "at_most"}, read_peak},
        {"limit_used", {"of", "limit"}, read_limit_used},
        {"before", {"of", "then"}, read_before},
        {"after", {"of", "others"}, read_after},
        {"within", {"of", "from", "to"}, read_within},
        {"finish_time", {"exactly", "at_least", "at_most"}, read_finish_time},
        {"waited_exactly", {"length"}, read_waited_exactly},
        {"said_at", {"at"}, read_said_at},
        {"said_at_begin_and_end", {}, read_said_at_begin_and_end},
        {"order_kept", {"printed", "given"}, read_order_kept},
        {"gives", {"result"}, read_gives},
        {"cancelled_at", {"of", "at"}, read_cancelled_at},
        {"stopped_when_cancelled", {}, read_stopped_when_cancelled},
    };
    return all;
}

const std::vector<Word>& faults() {
    static const std::vector<Word> all{
        {"blocked", {}, no_blocked},
        {"swallowed_cancellation", {}, no_swallowed_cancellation},
        {"never_awaited", {}, no_never_awaited},
        {"left_behind", {}, no_left_behind},
        {"deadlocked", {}, no_deadlocked},
    };
    return all;
}

}  // namespace

Asked read_measure(const Entry& entry, const Trial& trial, Reading& reading) {
    const bool is_fault = entry.find("no") != nullptr;
    const std::string_view key = is_fault ? "no" : "measure";
    const std::vector<Word>& words = is_fault ? faults() : measures();
    const Entry& named = reading.needed(entry, key);
    const std::string name = reading.text(named);
    const auto word = std::ranges::find(words, name, &Word::name);
    if (word == words.end()) {
        std::string known;
        for (const Word& one : words) known += (known.empty() ? "" : ", ") + std::string(one.name);
        reading.complain(named, say("there is no measure {0}; it may be {1}",
                                    "il n'y a pas de mesure {0} ; possibles : {1}", name, known));
        return {};
    }
    std::vector<std::string_view> allowed{key};
    std::ranges::copy(word->arguments, std::back_inserter(allowed));
    reading.only(entry, allowed);
    Arguments arguments(entry, trial, reading);
    Asked read = word->read(arguments);
    return reading.ok() ? read : Asked();
}

}  // namespace grader
