#include "grader/judge/judge.hpp"
#include "grader/judge/ending.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace by_hand;
using namespace grader;

namespace {

const std::vector<Ending> bad_endings{Ending::deadlocked,    Ending::crashed,       Ending::raised,
                                      Ending::exited_early,  Ending::timed_out_cpu, Ending::timed_out_wall,
                                      Ending::memory_limit,  Ending::output_limit,  Ending::event_limit,
                                      Ending::broke_protocol, Ending::over_budget};

Played played(const std::string& id, Ending ending = Ending::finished) {
    Played made;
    made.scenario.id = id;
    made.scenario.name = {id + " by name", id + " par son nom"};
    made.run.ending = ending;
    made.run.signal = ending == Ending::crashed ? SIGSEGV : 0;
    made.run.error = ending == Ending::raised ? "oops" : "";
    made.run.duration = 3s;
    return made;
}

Measure says(bool holding) {
    return [holding](const Timeline&, const Timelines&) {
        return holding ? holds() : fails({"it was seen", "cela s'est vu"}, 1500us, 12);
    };
}

/// One criterion of two points on the scenarios "a" and "b", and one of three on "b" alone.
Rubric rubric(bool first, bool second) {
    Rubric made;
    made.criterion("first", 2)
        .title({"First", "Premier"})
        .in({"a", "b"})
        .expect({"x", "y"}, says(first))
        .hint({"h", "i"});
    made.criterion("second", 3).title({"Second", "Deuxième"}).in({"b"}).expect({"x", "y"}, says(second));
    return made;
}

Judgement judged(const Rubric& by, const std::vector<Played>& runs) {
    return judge(by, runs, {}, "my toaster.cpp", Language::english);
}

std::string english(const Text& text) { return text.in(Language::english); }

}  // namespace

TEST_CASE("judge: who passes every check has passed, with all points") {
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
    Rubric by;
    by.criterion("c", 1).in({"a", "b"}).expect({"x", "y"}, [](const Timeline& here, const Timelines&) {
        return here.scenario->id == "b" ? fails({"in b", "dans b"}) : holds();
    });
    const Judgement judgement = judged(by, {played("a"), played("b")});
    CHECK(judgement.checks.at(0).status == CheckStatus::failed);
    CHECK(judgement.checks.at(0).scenario == "b by name");
    CHECK_FALSE(judgement.checks.at(0).location);
    CHECK_FALSE(judgement.checks.at(0).at);
}

TEST_CASE("judge: a measure may look at the other scenarios") {
    Rubric by;
    by.criterion("c", 1).in({"a"}).expect({"x", "y"}, [](const Timeline&, const Timelines& all) {
        return all.size() == 2 && all.contains("b") ? holds() : fails({"alone", "seul"});
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
        CHECK(check.observed.in(Language::french).starts_with("non jugé : le programme a planté"));
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
    const Judgement judgement = judged(rubric(true, true), {played("a")});
    for (const Check& check : judgement.checks) {
        CHECK(check.status == CheckStatus::skipped);
        CHECK(english(check.observed).starts_with("not judged"));
    }
    CHECK(judgement.outcome != Outcome::passed);
    CHECK(judgement.points == 0);
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
    CHECK(judgement.reason.in(Language::french) ==
          "une exception est sortie de l'appel : oops (scénario : a par son nom)");
}

TEST_CASE("judge: the scenario is named in the verdict's language") {
    const Judgement judgement =
        judge(rubric(false, true), {played("a"), played("b")}, {}, "t.cpp", Language::french);
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
        CHECK_FALSE(sentence.in(Language::french).empty());
        CHECK(sentence.in(Language::french) != english(sentence));
        CHECK(judged(rubric(true, true), {played("a", ending), played("b")}).outcome == outcome);
    }
}

TEST_CASE("judge: each signal that ends programs is named in words") {
    std::vector<std::string> sentences;
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGTERM}) {
        Run run = played("a", Ending::crashed).run;
        run.signal = signal;
        sentences.push_back(english(describe_ending(run)));
        CHECK(describe_ending(run).in(Language::french) != sentences.back());
    }
    CHECK(sentences[0] != sentences[1]);
    CHECK(sentences[2] == "the program crashed: it divided by zero");
    CHECK(sentences[4] == "the program crashed: signal 15 ended it");
}

TEST_CASE("judge: a crash names its line, or else where the submission was last seen") {
    Run run = played("a", Ending::crashed).run;
    run.signal = SIGFPE;
    Event event{1s, told(record(Kind::sleep_ended))};
    event.what.name = "crawl";
    event.what.line = 12;
    event.what.students = true;
    run.events.push_back(event);
    CHECK(english(describe_ending(run)) ==
          "the program crashed: it divided by zero; last seen in crawl, after line 12");
    event.what.kind = Kind::crashed;
    event.what.line = 15;
    run.events.push_back(event);
    CHECK(english(describe_ending(run)) == "the program crashed: it divided by zero; it was at line 15");
}

TEST_CASE("judge: where too much happened, it says how much, and where that was") {
    Run run = played("a", Ending::event_limit).run;
    Event event{1s, told(record(Kind::task_created))};
    event.what.name = "crawl";
    event.what.line = 12;
    event.what.students = true;
    run.events.assign(3, event);
    CHECK(english(describe_ending(run)) ==
          "too much happened: 3 events, more than the grader follows; last seen in crawl, after line 12; is "
          "there a "
          "loop that starts tasks or waits without end?");
}

TEST_CASE("judge: where other runs had left little room, it says that they count, too") {
    Run run = played("a", Ending::event_limit).run;
    run.events_told = 3000;
    run.after_others = true;
    CHECK(english(describe_ending(run)) ==
          "too much happened: 3000 events, with those of the other runs more than the grader follows; is there a "
          "loop that starts tasks or waits without end?");
    CHECK(describe_ending(run).in(Language::french).find("avec ceux des autres exécutions plus que") !=
          std::string::npos);
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

TEST_CASE("judge: who holds up the loop for ever is named, with what it waits for") {
    Run run = played("a", Ending::deadlocked).run;
    Event event{1s, told(record(Kind::stuck))};
    event.what.name = "crawl";
    event.what.detail = "waiting for a mutex";
    event.what.line = 12;
    run.events.push_back(event);
    CHECK(english(describe_ending(run)) ==
          "everything waits, and nothing can ever wake it: crawl holds up the loop for ever, waiting for a "
          "mutex "
          "(line 12)");
    CHECK(describe_ending(run).in(Language::french).find("en attendant un mutex") != std::string::npos);
}

TEST_CASE("judge: a deadlock names who of the submission waits for what, not who waits for them") {
    Run run = played("a", Ending::deadlocked).run;
    const auto waits = [&run](const std::string& who, const std::string& what, bool students) {
        Event event{1s, told(record(Kind::deadlocked))};
        event.what.name = who;
        event.what.detail = what;
        event.what.line = 12;
        event.what.students = students;
        run.events.push_back(event);
    };
    CHECK(english(describe_ending(run)) == "everything waits, and nothing can ever wake it");
    waits("perform", "a semaphore with no slot free", false);
    waits("crawl", "the task download", true);
    CHECK(english(describe_ending(run)) == "everything waits, and nothing can ever wake it");
    waits("download", "a semaphore with no slot free", true);
    CHECK(english(describe_ending(run)) ==
          "everything waits, and nothing can ever wake it: download waits for a semaphore with no slot free "
          "(line 12)");
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
