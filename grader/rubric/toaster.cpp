#include "grader/rubric/exercise.hpp"
#include "grader/rubric/measures.hpp"
#include "grader/rubric/toaster_measures.hpp"

#include <cstdint>
#include <utility>

namespace grader {

namespace {

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

/// A seed by which the third timer of all is later than the fourth, or the other way round: who waits for one
/// machine of the second half only is right by luck in one of two such runs. Some tasks are slow, every third
/// of them, which weighs more than what is drawn; so the two seeds differ in the slow task, too, and for any
/// two tasks that follow each other there is a run in which the first is later, and one in which the second
/// is.
std::uint64_t late_seed_where(bool third_is_later, std::uint64_t seed) {
    const std::uint32_t slow_task = third_is_later ? 4 : 3;
    const auto fits = [&](std::uint64_t candidate) {
        const auto late = [candidate](std::uint64_t timer, std::uint32_t task) {
            return protocol::lateness_ns(candidate, timer, task);
        };
        return late(2, slow_task) > late(2, 5) && (late(2, 5) > late(3, 5)) == third_is_later;
    };
    std::uint64_t candidate = seed | 1;
    // Far from each other, so that two seeds do not end at the same one.
    while (!fits(candidate)) candidate = (candidate * 0x9e3779b97f4a7c15U + 2) | 1;
    return candidate;
}

}  // namespace

std::vector<Scenario> toaster_scenarios(std::uint64_t seed) {
    std::vector<Scenario> all;
    all.push_back(calls("toast", {"toast_bread() alone", "toast_bread() seule"}, "toast_bread"));
    all.push_back(calls("coffee", {"brew_coffee() alone", "brew_coffee() seule"}, "brew_coffee"));
    all.push_back(calls("breakfast", {"breakfast()", "breakfast()"}, "breakfast"));
    all.push_back(calls("late",
                        {"breakfast(), timers a little late", "breakfast(), minuteurs un peu en retard"},
                        "breakfast"));
    all.back().script.late_seed = late_seed_where(true, seed);
    all.push_back(
        calls("late again",
              {"breakfast(), other timers a little late", "breakfast(), d'autres minuteurs un peu en retard"},
              "breakfast"));
    all.back().script.late_seed = late_seed_where(false, seed);
    return all;
}

Rubric toaster_rubric() {
    const Measure waits_two_seconds = [](const Timeline& here, const Timelines&) {
        return waited_exactly(here, 0, machine_time);
    };
    const Measure says = [](const Timeline& here, const Timelines&) {
        return said_at_begin_and_end(here, 0);
    };
    const Text wait_hint{"Write co_await aio::sleep(2s); – it waits and lets the others run.",
                         "Écrivez co_await aio::sleep(2s); – on attend, et les autres avancent."};
    const Text say_hint{"Print one line before the wait and one after it.",
                        "Affichez une ligne avant l'attente et une après."};
    Rubric rubric;

    rubric.criterion("toast-waits", 1)
        .title(
            {"The bread takes 2 s and leaves the loop free", "Le pain prend 2 s et laisse la boucle libre"})
        .in({"toast"})
        .expect({"toast_bread() waits 2 s by awaiting", "toast_bread() attend 2 s avec co_await"},
                waits_two_seconds)
        .hint(wait_hint);
    rubric.criterion("toast-says", 1)
        .title({"The bread says when it begins and when it is ready", "Le pain annonce son début et sa fin"})
        .in({"toast"})
        .expect({"a text when it begins, a text 2 s later", "un texte au début, un texte 2 s plus tard"},
                says)
        .hint(say_hint);
    rubric.criterion("coffee-waits", 1)
        .title(
            {"The coffee takes 2 s and leaves the loop free", "Le café prend 2 s et laisse la boucle libre"})
        .in({"coffee"})
        .expect({"brew_coffee() waits 2 s by awaiting", "brew_coffee() attend 2 s avec co_await"},
                waits_two_seconds)
        .hint(wait_hint);
    rubric.criterion("coffee-says", 1)
        .title({"The coffee says when it begins and when it is ready", "Le café annonce son début et sa fin"})
        .in({"coffee"})
        .expect({"a text when it begins, a text 2 s later", "un texte au début, un texte 2 s plus tard"},
                says)
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
        .in({"breakfast", "late", "late again"})
        .expect(
            {"both waits begin at the same moment and are over before breakfast() returns",
             "les deux attentes commencent au même moment et sont finies avant que breakfast() se termine"},
            together)
        .hint({"co_await aio::gather(toast_bread(), brew_coffee()) starts both before it waits for either.",
               "co_await aio::gather(toast_bread(), brew_coffee()) lance les deux avant d'attendre."});
    rubric.criterion("durations-measured", 1)
        .title({"The durations are measured", "Les durées sont mesurées"})
        .in({"breakfast", "late", "late again"})
        .expect({"the durations that really passed, also when timers are a little late",
                 "les durées réellement écoulées, même quand les minuteurs ont un peu de retard"},
                durations_measured)
        .hint({"Take aio::now() before and after each half, and subtract.",
               "Prenez aio::now() avant et après chaque moitié, puis soustrayez."});
    return rubric;
}

}  // namespace grader
