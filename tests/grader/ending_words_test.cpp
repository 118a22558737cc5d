#include "grader/judge/ending_words.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <vector>

using namespace by_hand;
using namespace grader;

namespace {

Run ended(Ending ending) {
    Run run;
    run.ending = ending;
    run.duration = 3s;
    return run;
}

std::string english(const Text& text) { return text.in(Language::english); }

}  // namespace

TEST_CASE("ending: each signal that ends programs is named in words") {
    std::vector<std::string> sentences;
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGTERM}) {
        Run run = ended(Ending::crashed);
        run.signal = signal;
        sentences.push_back(english(describe_ending(run)));
        CHECK(describe_ending(run).in(french()) != sentences.back());
    }
    CHECK(sentences[0] != sentences[1]);
    CHECK(sentences[2] == "the program crashed: it divided by zero");
    CHECK(sentences[4] == "the program crashed: signal 15 ended it");
}

TEST_CASE("ending: a crash names its line, or else where the submission was last seen") {
    Run run = ended(Ending::crashed);
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

TEST_CASE("ending: where too much happened, it says how much, and where that was") {
    Run run = ended(Ending::event_limit);
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

TEST_CASE("ending: where other runs had left little room, it says that they count, too") {
    Run run = ended(Ending::event_limit);
    run.events_told = 3000;
    run.after_others = true;
    CHECK(english(describe_ending(run)) ==
          "too much happened: 3000 events, with those of the other runs more than the grader follows; is "
          "there a "
          "loop that starts tasks or waits without end?");
    CHECK(describe_ending(run).in(french()).find("avec ceux des autres exécutions plus que") !=
          std::string::npos);
}

TEST_CASE("ending: a coroutine that blocks the loop for ever is named, with what it waits for") {
    Run run = ended(Ending::deadlocked);
    Event event{1s, told(record(Kind::stuck))};
    event.what.name = "crawl";
    event.what.detail = "waiting for a mutex";
    event.what.line = 12;
    run.events.push_back(event);
    CHECK(english(describe_ending(run)) ==
          "everything waits, and nothing can ever wake it: crawl holds up the loop for ever, waiting for a "
          "mutex "
          "(line 12)");
    CHECK(describe_ending(run).in(french()).find("en attendant un mutex") != std::string::npos);
}

TEST_CASE(
    "ending: a deadlock names the coroutine that waits for something else, not those that wait for it") {
    Run run = ended(Ending::deadlocked);
    const auto waits = [&run](const std::string& who, const std::string& what, bool students,
                              protocol::Awaited awaited = protocol::Awaited::other) {
        Event event{1s, told(record(Kind::deadlocked))};
        event.what.name = who;
        event.what.detail = what;
        event.what.awaited = awaited;
        event.what.line = 12;
        event.what.students = students;
        run.events.push_back(event);
    };
    CHECK(english(describe_ending(run)) == "everything waits, and nothing can ever wake it");
    waits("perform", "a semaphore with no slot free", false);
    waits("crawl", "download", true, protocol::Awaited::task);
    CHECK(english(describe_ending(run)) == "everything waits, and nothing can ever wake it");
    waits("download", "a semaphore with no slot free", true);
    CHECK(english(describe_ending(run)) ==
          "everything waits, and nothing can ever wake it: download waits for a semaphore with no slot free "
          "(line 12)");
}
