#include "grader/judge/judge.hpp"
#include "grader/judge/ending_words.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace by_hand;
using namespace grader;

namespace {

const std::vector<Ending> bad_endings{Ending::deadlocked,     Ending::crashed,       Ending::raised,
                                      Ending::exited_early,   Ending::timed_out_cpu, Ending::timed_out_wall,
                                      Ending::memory_limit,   Ending::output_limit,  Ending::event_limit,
                                      Ending::broke_protocol, Ending::over_budget};

/// A scenario that calls the function of the same name.
Scenario scenario(const std::string& id) {
    Scenario made;
    made.id = id;
    made.name = bilingual(id + " by name", id + " par son nom");
    made.script.calls.push_back({id, {}});
    made.facts.resize(1);
    made.cancel_at.resize(1);
    return made;
}

Played played(const std::string& id, Ending ending = Ending::finished) {
    Played made{scenario(id), {}};
    protocol::Record began = record(Kind::call_began);
    began.detail = id;
    made.run.events.push_back(Event{0s, told(began)});
    made.run.ending = ending;
    made.run.signal = ending == Ending::crashed ? SIGSEGV : 0;
    made.run.error = ending == Ending::raised ? "oops" : "";
    made.run.duration = 3s;
    return made;
}

Measure says(bool holding) {
    return [holding](const Timeline&, std::size_t, const Timelines&) {
        return holding ? holds() : fails(bilingual("it was seen", "cela s'est vu"), 1500us, 12);
    };
}

Criterion criterion(const std::string& id, int points, const std::vector<std::string>& of, Measure measure) {
    Criterion made;
    made.id = id;
    made.points = points;
    made.title = bilingual(id, id + " en français");
    made.functions = of;
    made.expected = bilingual("x", "y");
    made.expectations.push_back({bilingual("x", "y"), std::move(measure)});
    made.hint = bilingual("h", "i");
    return made;
}

/// Of one criterion, worth a point.
Rubric rubric_of(const std::vector<std::string>& functions, Measure measure) {
    Rubric made;
    made.add(criterion("c", 1, functions, std::move(measure)));
    return made;
}

/// One criterion of two points on the functions "a" and "b", and one of three on "b" alone.
Rubric rubric(bool first, bool second) {
    Rubric made;
    made.add(criterion("first", 2, {"a", "b"}, says(first)));
    made.add(criterion("second", 3, {"b"}, says(second)));
    return made;
}

/// `missed`: scenarios that were not played. `held`: criteria that held in runs that are not here.
Judgement judged(const Rubric& by, const std::vector<Played>& runs, const std::vector<Scenario>& missed = {},
                 const std::vector<const Criterion*>& held = {}, Language language = Language::english) {
    return judge({by, runs, {}, held, missed}, "my toaster.cpp", language);
}

std::string english(const Text& text) { return text.in(Language::english); }

}  // namespace

TEST_CASE("judge: a submission that passes every check has passed, with all points") {
    const Judgement judgement = judged(rubric(true, true), {played("a"), played("b")});
    CHECK(judgement.outcome == Outcome::passed);
    CHECK(judgement.points == 5);
    CHECK(judgement.max_points == 5);
    CHECK(judgement.reason.empty());
    REQUIRE(judgement.checks.size() == 2);
    CHECK(judgement.checks[0].status == CheckStatus::passed);
    CHECK(judgement.checks[0].points == 2);
    CHECK(judgement.checks[0].observed.empty());
}

TEST_CASE("judge: a failed check has no points, and says what was seen, where and when") {
    const Judgement judgement = judged(rubric(false, true), {played("a"), played("b")});
    CHECK(judgement.outcome == Outcome::failed);
    CHECK(judgement.points == 3);
    const Check& check = judgement.checks.at(0);
    CHECK(check.status == CheckStatus::failed);
    CHECK(check.points == 0);
    CHECK(check.max_points == 2);
    CHECK(english(check.observed) == "it was seen");
    CHECK(english(check.hint) == "h");
    CHECK(check.scenario == "a by name");
    CHECK(check.at == Microseconds(1500));
    REQUIRE(check.location);
    CHECK(check.location->file == "my toaster.cpp");
    CHECK(check.location->line == 12);
}

TEST_CASE("judge: a check must hold in each of its scenarios, and the one that decides is named") {
    const Rubric by = rubric_of({"a", "b"}, [](const Timeline& here, std::size_t, const Timelines&) {
        return here.scenario->id == "b" ? fails(bilingual("in b", "dans b")) : holds();
    });
    const Judgement judgement = judged(by, {played("a"), played("b")});
    CHECK(judgement.checks.at(0).status == CheckStatus::failed);
    CHECK(judgement.checks.at(0).scenario == "b by name");
    CHECK_FALSE(judgement.checks.at(0).location);
    CHECK_FALSE(judgement.checks.at(0).at);
}

TEST_CASE("judge: a measure may look at the other scenarios") {
    const Rubric by = rubric_of({"a"}, [](const Timeline&, std::size_t, const Timelines& all) {
        return all.size() == 2 && all.contains("b") ? holds() : fails(bilingual("alone", "seul"));
    });
    CHECK(judged(by, {played("a"), played("b")}).outcome == Outcome::passed);
}

TEST_CASE("judge: after a crash a check is skipped, and says why") {
    const Judgement judgement = judged(rubric(true, true), {played("a"), played("b", Ending::crashed)});
    CHECK(judgement.outcome == Outcome::crashed);
    CHECK(judgement.points == 0);
    for (const Check& check : judgement.checks) {
        CHECK(check.status == CheckStatus::skipped);
        CHECK(english(check.observed) ==
              "not judged: the program crashed: it used memory that is not its own (segmentation fault)");
        CHECK(check.observed.in(french()).starts_with("non jugé : le programme a planté"));
        CHECK(check.scenario == "b by name");
    }
}

TEST_CASE("judge: a crash elsewhere does not hide what failed before it") {
    const Judgement judgement = judged(rubric(false, true), {played("a"), played("b", Ending::crashed)});
    CHECK(judgement.checks.at(0).status == CheckStatus::failed);
    CHECK(judgement.checks.at(0).scenario == "a by name");
}

TEST_CASE("judge: scenarios that no check needs may crash, and the outcome tells all the same") {
    const Judgement judgement =
        judged(rubric(true, true), {played("a"), played("b"), played("c", Ending::timed_out_cpu)});
    CHECK(judgement.outcome == Outcome::timed_out);
    CHECK_FALSE(judgement.reason.empty());
}

TEST_CASE("judge: an exception or a deadlock is judged, up to there, and explains what failed") {
    for (const Ending ending : {Ending::raised, Ending::deadlocked}) {
        const Judgement judgement = judged(rubric(true, false), {played("a"), played("b", ending)});
        CHECK(judgement.checks.at(0).status == CheckStatus::passed);
        CHECK(judgement.checks.at(1).status == CheckStatus::failed);
        CHECK(english(judgement.checks.at(1).observed) == english(describe_ending(played("b", ending).run)));
        CHECK(judgement.outcome == outcome_of(ending));
        CHECK(judgement.points == 2);
    }
}

TEST_CASE("judge: a scenario that was not played passes nothing") {
    const Judgement judgement = judged(rubric(true, true), {played("a")}, {scenario("b")});
    for (const Check& check : judgement.checks) {
        CHECK(check.status == CheckStatus::skipped);
        CHECK(english(check.observed).starts_with("not judged"));
    }
    CHECK(judgement.outcome != Outcome::passed);
    CHECK(judgement.points == 0);
}

TEST_CASE("judge: what was not played costs no check that does not ask for it") {
    const Judgement judgement = judged(rubric_of({"a"}, says(true)), {played("a")}, {scenario("b")});
    CHECK(judgement.checks.at(0).status == CheckStatus::passed);
}

TEST_CASE("judge: a check that holds in a run that was let go is passed, unless another run fails it") {
    const Rubric by = rubric(true, false);
    const std::vector<const Criterion*> held = criteria_of(by);
    CHECK(judged(by, {}, {}, held).points == 5);
    const Judgement judgement = judged(by, {played("b")}, {}, held);
    CHECK(judgement.checks.at(0).status == CheckStatus::passed);
    CHECK(judgement.checks.at(1).status == CheckStatus::failed);
}

TEST_CASE("judge: a check of which no run says anything fails, and says what did not come up") {
    const auto only_in = [](const std::string& id) {
        return rubric_of({"a", "b"}, [id](const Timeline& here, std::size_t, const Timelines&) {
            return here.scenario->id == id ? holds()
                                           : says_nothing(bilingual("nothing to see", "rien à voir"), 2s);
        });
    };
    const Check nowhere = judged(only_in("c"), {played("a"), played("b")}).checks.at(0);
    CHECK(nowhere.status == CheckStatus::failed);
    CHECK(english(nowhere.observed) == "nothing to see");
    CHECK(nowhere.scenario == "a by name");
    CHECK(nowhere.at == Microseconds(2'000'000));
    CHECK(judged(only_in("b"), {played("a"), played("b")}).outcome == Outcome::passed);
}

TEST_CASE(
    "judge: a call that the end of another one kept from beginning decides nothing, the first call does") {
    Played twice = played("a", Ending::raised);
    twice.scenario.script.calls.push_back({"b", {}});
    twice.scenario.facts.resize(2);
    Rubric of_both = rubric_of({"b"}, [](const Timeline&, std::size_t call, const Timelines&) {
        return call == 0 ? holds() : fails(bilingual("it never began", "il n'a jamais commencé"));
    });
    of_both.add(criterion("d", 1, {"a"}, says(false)));
    const Judgement judgement = judged(of_both, {twice, played("b")});
    CHECK(judgement.checks.at(0).status == CheckStatus::passed);
    CHECK(judgement.checks.at(1).status == CheckStatus::failed);
    Played never = played("a", Ending::deadlocked);
    never.run.events.clear();
    const Check check = judged(rubric_of({"a"}, says(true)), {never}).checks.at(0);
    CHECK(check.status == CheckStatus::failed);
}

TEST_CASE("judge: a call that is cancelled from outside is asked only where a check is about that") {
    Played cancelled = played("a");
    cancelled.scenario.cancel_at = {1s};
    cancelled.scenario.facts = {{{"cancelled", "true"}}};
    Criterion one = criterion("c", 1, {"a"}, says(false));
    Rubric of_any;
    of_any.add(one);
    CHECK(judged(of_any, {cancelled}).checks.at(0).status == CheckStatus::skipped);
    one.when = "cancelled";
    Rubric of_cancelled;
    of_cancelled.add(one);
    CHECK(judged(of_cancelled, {cancelled}).checks.at(0).status == CheckStatus::failed);
}

TEST_CASE("judge: nothing played is nothing passed") {
    CHECK(judged(rubric(true, true), {}).outcome == Outcome::failed);
    CHECK(judged(rubric(true, true), {}).points == 0);
}

TEST_CASE("judge: the first bad ending is the outcome, with its scenario") {
    const Judgement judgement =
        judged(rubric(true, true), {played("a", Ending::raised), played("b", Ending::crashed)});
    CHECK(judgement.outcome == Outcome::crashed);
    CHECK(english(judgement.reason) == "an exception came out of the call: oops (scenario: a by name)");
    CHECK(judgement.reason.in(french()) ==
          "une exception est sortie de l'appel : oops (scénario : a par son nom)");
}

TEST_CASE("judge: the scenario is named in the verdict's language") {
    const Judgement judgement = judged(rubric(false, true), {played("a"), played("b")}, {}, {}, french());
    CHECK(judgement.checks.at(0).scenario == "a par son nom");
}

TEST_CASE("judge: no bad ending is a pass, and each has its outcome and its sentence") {
    for (const Ending ending : bad_endings) {
        const Outcome outcome = outcome_of(ending);
        CHECK(outcome != Outcome::passed);
        CHECK(outcome != Outcome::failed);
        CHECK(outcome != Outcome::internal_error);
        const Text sentence = describe_ending(played("a", ending).run);
        CHECK_FALSE(english(sentence).empty());
        CHECK_FALSE(sentence.in(french()).empty());
        CHECK(sentence.in(french()) != english(sentence));
        CHECK(judged(rubric(true, true), {played("a", ending), played("b")}).outcome == outcome);
    }
}

TEST_CASE("judge: a check that a bad end has cost points at its line and moment") {
    Event event{1500ms, told(record(Kind::crashed))};
    event.what.line = 15;
    event.what.students = true;
    for (const Ending ending : {Ending::crashed, Ending::deadlocked}) {
        Played ended = played("a", ending);
        event.what.kind = ending == Ending::crashed ? Kind::crashed : Kind::stuck;
        ended.run.events.push_back(event);
        const bool holds_elsewhere = ending == Ending::crashed;  // where it did not, that is the evidence
        const Check check = judged(rubric(holds_elsewhere, true), {ended, played("b")}).checks.at(0);
        REQUIRE(check.location);
        CHECK(check.location->line == 15);
        CHECK(check.at == Microseconds(1'500'000));
    }
}

TEST_CASE("judge: a bad end costs a check that rests on it, even where all of them hold up to there") {
    for (const Ending ending : {Ending::raised, Ending::deadlocked}) {
        const Judgement judgement = judged(rubric(true, true), {played("a", ending), played("b")});
        CHECK(judgement.points == 3);
        CHECK(judgement.checks.at(0).status == CheckStatus::failed);
        CHECK(judgement.checks.at(0).points == 0);
        CHECK(judgement.checks.at(0).scenario == "a by name");
        CHECK(english(judgement.checks.at(0).observed) == english(describe_ending(played("a", ending).run)));
        CHECK(judged(rubric(true, true), {played("a"), played("b"), played("c", ending)}).points == 2);
    }
}
