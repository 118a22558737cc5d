#include "grader/rubric/exercise.hpp"
#include "grader/rubric/measures.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace grader {

using namespace std::chrono_literals;

namespace {

constexpr Time machine_time = 2s;

protocol::Script one_call(const char* function) {
    protocol::Script script;
    script.calls.push_back(protocol::Call{function, {}});
    return script;
}

Scenario calls(const char* id, Text name, const char* function) {
    Scenario scenario;
    scenario.id = id;
    scenario.name = std::move(name);
    scenario.script = one_call(function);
    return scenario;
}

/// The four waits of breakfast(): two for each half. Those of 2 s; where there are not four of them, all there are, since
/// a machine that takes another time loses its own point and no other.
struct Halves {
    explicit Halves(const Timeline& timeline) : waits(waits_of_length(timeline, 0, machine_time)) {
        if (!has(4)) waits = timeline.waits_in(0);
    }
    bool has(std::size_t count) const { return waits.size() >= count; }
    std::vector<Wait> waits;
};

Finding one_after_the_other(const Timeline& timeline, const Timelines&) {
    const Halves halves(timeline);
    if (!halves.has(2)) {
        return fails(say("breakfast() made {0} of the 2 waits of its first half",
                         "breakfast() a fait {0} des 2 attentes de sa première moitié",
                         halves.waits.size()),
                     timeline.calls.at(0).end);
    }
    return before(Group{{halves.waits[0]}, {}}, Group{{halves.waits[1]}, {}});
}

Finding together(const Timeline& timeline, const Timelines&) {
    const Halves halves(timeline);
    const CallSpan& call = timeline.calls.at(0);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    for (std::size_t i = 2; i < halves.waits.size() && i < 4; ++i) {
        if (halves.waits[i].blocking) return blocks(halves.waits[i]);
    }
    if (!halves.has(4)) {
        return fails(say("breakfast() made {0} waits; with the second half there should be 4",
                         "breakfast() a fait {0} attentes ; avec la seconde moitié il en faudrait 4",
                         halves.waits.size()),
                     call.end);
    }
    const Wait& one = halves.waits[2];
    const Wait& other = halves.waits[3];
    if (one.begin != other.begin) {
        return fails(say("{0} began at {1}, {2} only at {3}", "{0} a commencé à {1}, {2} seulement à {3}",
                         one.coroutine, in_seconds(one.begin), other.coroutine, in_seconds(other.begin)),
                     other.begin, other.line);
    }
    if (one.how != Wait::End::over || other.how != Wait::End::over || std::max(one.end, other.end) > call.end) {
        return fails(say("breakfast() returned at {0}, before both were done",
                         "breakfast() s'est terminée à {0}, avant que les deux soient prêts", in_seconds(call.end)),
                     call.end, one.line);
    }
    return holds();
}

/// The durations are lengths between two moments of this run, the second stretch after the first. Timers that are late
/// by odd amounts make every length its own, so that a number typed in fits nowhere.
Finding durations_measured(const Timeline& timeline, const Timelines&) {
    const CallSpan& call = timeline.calls.at(0);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const Time first(std::atoll(call.result("one_after_the_other").c_str()));
    const Time second(std::atoll(call.result("together").c_str()));
    std::set<Time> moments;
    for (const Event& event : timeline.run->events) moments.insert(event.at);
    constexpr Time rounding = 1ms;
    const auto end_of_stretch = [&](Time length, Time from) -> std::optional<Time> {
        std::optional<Time> earliest;
        for (const Time begin : moments) {
            for (const Time end : moments) {
                if (begin < from || end < begin || std::chrono::abs(end - begin - length) > rounding) continue;
                if (!earliest || end < *earliest) earliest = end;
            }
        }
        return earliest;
    };
    const auto first_ended = first > rounding ? end_of_stretch(first, Time::zero()) : std::nullopt;
    if (!first_ended) {
        return fails(say("one_after_the_other is {0}, which is not what the first half took",
                         "one_after_the_other vaut {0}, ce qui n'est pas la durée de la première moitié",
                         in_seconds(first)),
                     call.end);
    }
    if (second > rounding && end_of_stretch(second, *first_ended)) return holds();
    return fails(say("together is {0}, which is not what the second half took",
                     "together vaut {0}, ce qui n'est pas la durée de la seconde moitié", in_seconds(second)),
                 call.end);
}

}  // namespace

std::vector<Scenario> toaster_scenarios(std::uint64_t seed) {
    std::vector<Scenario> all;
    all.push_back(calls("toast", {"toast_bread() alone", "toast_bread() seule"}, "toast_bread"));
    all.push_back(calls("coffee", {"brew_coffee() alone", "brew_coffee() seule"}, "brew_coffee"));
    all.push_back(calls("breakfast", {"breakfast()", "breakfast()"}, "breakfast"));
    all.push_back(calls("late", {"breakfast(), timers a little late", "breakfast(), minuteurs un peu en retard"},
                        "breakfast"));
    all.back().script.late_seed = seed | 1;
    return all;
}

Rubric toaster_rubric() {
    const Measure waits_two_seconds = [](const Timeline& here, const Timelines&) {
        return waited_exactly(here, 0, machine_time);
    };
    const Measure says = [](const Timeline& here, const Timelines&) { return said_at_begin_and_end(here, 0); };
    const Text wait_hint{"Write co_await aio::sleep(2s); – it waits and lets the others run.",
                         "Écrivez co_await aio::sleep(2s); – on attend, et les autres avancent."};
    const Text say_hint{"Print one line before the wait and one after it.",
                        "Affichez une ligne avant l'attente et une après."};
    Rubric rubric;

    rubric.criterion("toast-waits", 1)
        .title({"The bread takes 2 s and leaves the loop free", "Le pain prend 2 s et laisse la boucle libre"})
        .in({"toast"})
        .expect({"toast_bread() waits 2 s by awaiting", "toast_bread() attend 2 s avec co_await"}, waits_two_seconds)
        .hint(wait_hint);
    rubric.criterion("toast-says", 1)
        .title({"The bread says when it begins and when it is ready", "Le pain annonce son début et sa fin"})
        .in({"toast"})
        .expect({"a text when it begins, a text 2 s later", "un texte au début, un texte 2 s plus tard"}, says)
        .hint(say_hint);
    rubric.criterion("coffee-waits", 1)
        .title({"The coffee takes 2 s and leaves the loop free", "Le café prend 2 s et laisse la boucle libre"})
        .in({"coffee"})
        .expect({"brew_coffee() waits 2 s by awaiting", "brew_coffee() attend 2 s avec co_await"}, waits_two_seconds)
        .hint(wait_hint);
    rubric.criterion("coffee-says", 1)
        .title({"The coffee says when it begins and when it is ready", "Le café annonce son début et sa fin"})
        .in({"coffee"})
        .expect({"a text when it begins, a text 2 s later", "un texte au début, un texte 2 s plus tard"}, says)
        .hint(say_hint);
    rubric.criterion("one-after-the-other", 2)
        .title({"First one, then the other", "D'abord l'un, puis l'autre"})
        .in({"breakfast"})
        .expect({"the second machine starts when the first is done",
                 "la seconde machine démarre quand la première a fini"},
                one_after_the_other)
        .hint({"co_await the first coroutine before you call the second.",
               "Faites co_await de la première coroutine avant d'appeler la seconde."});
    rubric.criterion("together", 3)
        .title({"Then both at the same time", "Ensuite les deux en même temps"})
        .in({"breakfast"})
        .expect({"both waits begin at the same moment and are over before breakfast() returns",
                 "les deux attentes commencent au même moment et sont finies avant que breakfast() se termine"},
                together)
        .hint({"co_await aio::gather(toast_bread(), brew_coffee()) starts both before it waits for either.",
               "co_await aio::gather(toast_bread(), brew_coffee()) lance les deux avant d'attendre."});
    rubric.criterion("durations-measured", 1)
        .title({"The durations are measured", "Les durées sont mesurées"})
        .in({"breakfast", "late"})
        .expect({"the durations that really passed, also when timers are a little late",
                 "les durées réellement écoulées, même quand les minuteurs ont un peu de retard"},
                durations_measured)
        .hint({"Take aio::now() before and after each half, and subtract.",
               "Prenez aio::now() avant et après chaque moitié, puis soustrayez."});
    return rubric;
}

}  // namespace grader
