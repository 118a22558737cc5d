#include "grader/judge/judge.hpp"
#include "tests/grader/played.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace grader;

// The model solutions, played once; then their runs are cut short and given bad ends, as no test by hand
// would.

namespace {

const std::vector<Played>& reference_runs(const Exercise& exercise) {
    static std::map<std::string, std::vector<Played>> known;
    auto [entry, is_new] = known.try_emplace(exercise.name);
    if (is_new) {
        const CompileResult compiled =
            played::compile(exercise.name, bytes_of_file(reference_path(exercise).string()));
        entry->second = played::play(compiled, exercise.scenarios(1));
    }
    return entry->second;
}

Judgement judged(const Exercise& exercise, const std::vector<Played>& runs,
                 const std::vector<Scenario>& missed = {}) {
    return judge({exercise.rubric, runs, {}, {}, missed}, exercise.name + ".cpp", Language::english);
}

/// Ends after `count` events. A call that came to its end is then only half as good as none, or raises.
void cut(Run& run, std::size_t count, Ending ending) {
    run.events.resize(count);
    run.ending = ending;
    if (ending != Ending::raised) return;
    protocol::Record raised;
    raised.kind = protocol::Kind::call_ended;
    raised.completion = protocol::Completion::raised;
    const Time at = run.events.back().at;
    if (run.events.back().what.kind == protocol::Kind::finished) run.events.pop_back();
    if (run.events.back().what.kind == protocol::Kind::call_ended) run.events.pop_back();
    run.events.push_back(Event{at, told(raised)});
    run.duration = at;
}

/// Where a run can end once its first call began: at twelve places, spread over it.
std::vector<std::size_t> places_to_cut(const Run& run, Ending ending) {
    std::size_t first = 0;
    while (run.events.at(first).what.kind != protocol::Kind::call_began) ++first;
    std::size_t last = run.events.size();
    // Nobody waits for ever whose last call has come to its end.
    if (ending == Ending::deadlocked) {
        while (run.events.at(last - 1).what.kind != protocol::Kind::call_ended) --last;
        --last;
    }
    std::vector<std::size_t> places{last};
    for (std::size_t part = 0; part < 12; ++part)
        places.push_back(first + 1 + (last - first - 1) * part / 12);
    return places;
}

}  // namespace

TEST_CASE("the model solutions pass every check, in every scenario") {
    for (const Exercise& exercise : exercises()) {
        for (const Played& one : reference_runs(exercise)) {
            CHECK_MESSAGE(one.run.ending == Ending::finished, one.scenario.id, ": ", one.run.error);
        }
        const Judgement judgement = judged(exercise, reference_runs(exercise));
        CHECK(judgement.outcome == Outcome::passed);
        for (const Check& check : judgement.checks) {
            CHECK_MESSAGE(check.status == CheckStatus::passed, check.id, ": ",
                          check.observed.in(Language::english));
        }
    }
}

TEST_CASE("a bad ending anywhere never leaves full marks, and never stops the judge") {
    for (const Exercise& exercise : exercises()) {
        for (std::size_t scenario = 0; scenario < reference_runs(exercise).size(); ++scenario) {
            std::vector<Played> runs = reference_runs(exercise);
            const Run whole = runs[scenario].run;
            if (whole.ending != Ending::finished) continue;
            for (const Ending ending :
                 {Ending::raised, Ending::deadlocked, Ending::crashed, Ending::event_limit}) {
                for (const std::size_t place : places_to_cut(whole, ending)) {
                    runs[scenario].run = whole;
                    cut(runs[scenario].run, place, ending);
                    const Judgement judgement = judged(exercise, runs);
                    CAPTURE(runs[scenario].scenario.id);
                    CAPTURE(place);
                    CAPTURE(static_cast<int>(ending));
                    CHECK(judgement.outcome != Outcome::passed);
                    CHECK(judgement.points < judgement.max_points);
                }
            }
        }
    }
}

TEST_CASE("a run that crashed before it said anything is judged like any other") {
    for (const Exercise& exercise : exercises()) {
        for (std::size_t scenario = 0; scenario < reference_runs(exercise).size(); ++scenario) {
            std::vector<Played> runs = reference_runs(exercise);
            runs[scenario].run = Run();
            runs[scenario].run.ending = Ending::crashed;
            const Judgement judgement = judged(exercise, runs);
            CHECK(judgement.outcome == Outcome::crashed);
            CHECK_MESSAGE(judgement.points < judgement.max_points, runs[scenario].scenario.id);
        }
    }
}

TEST_CASE("a scenario that was not played costs the points of its checks") {
    for (const Exercise& exercise : exercises()) {
        for (std::size_t scenario = 0; scenario < reference_runs(exercise).size(); ++scenario) {
            std::vector<Played> runs = reference_runs(exercise);
            const std::vector<Scenario> missed = {runs[scenario].scenario};
            const std::string& id = missed.front().id;
            runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(scenario));
            const Judgement judgement = judged(exercise, runs, missed);
            CHECK_MESSAGE(judgement.outcome != Outcome::passed, id);
            CHECK_MESSAGE(judgement.points < judgement.max_points, id);
        }
    }
}
