#include "grader/grading/submission_lines.hpp"
#include "tests/grader/blocking_submission.hpp"
#include "tests/grader/played.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace grader;
using namespace std::chrono_literals;
using protocol::Kind;

namespace {

constexpr int ways = 47;

Scenario scenario(int what) {
    Scenario made;
    made.id = "way";
    made.script.calls.push_back({"crawl", {{"pages", std::to_string(what)}, {"limit", "0"}}});
    return made;
}

/// Every way, played once for all tests, with its lines.
const std::vector<Played>& all() {
    static const std::vector<Played> played = [] {
        const std::string source(blocking_submission::source);
        const CompileResult program = played::compile("crawler", source);
        std::vector<Scenario> scenarios;
        for (int what = 0; what < ways; ++what) scenarios.push_back(scenario(what));
        std::vector<Played> runs = played::play(program, std::move(scenarios));
        Submission submission;
        submission.bytes = source;
        aio::run(find_lines_of(runs, submission, *grader::find_exercise("crawler"), played::environment()));
        return runs;
    }();
    return played;
}

const Run& way(int what) { return all().at(static_cast<std::size_t>(what)).run; }

std::vector<Event> events(const Run& run, Kind kind) {
    std::vector<Event> chosen;
    std::ranges::copy_if(run.events, std::back_inserter(chosen),
                         [kind](const Event& e) { return e.what.kind == kind; });
    return chosen;
}

/// Way `what` held the loop for 2 s, in what is called that.
void check_two_seconds(int what, const std::string& in_what, Time tolerance = Time::zero(),
                       std::uint32_t line = 0) {
    CAPTURE(what);
    if (line == 0) line = blocking_submission::line_of(what);
    const Run& run = way(what);
    CHECK(run.ending == Ending::finished);
    const std::vector<Event> blocked = events(run, Kind::blocked);
    REQUIRE(blocked.size() == 1);
    CHECK(blocked[0].at == 1s);
    CHECK(blocked[0].what.detail == in_what);
    CHECK(blocked[0].what.name == "crawl");
    CHECK(blocked[0].what.line == line);
    CHECK(blocked[0].what.length_ns >= Time(2s).count());
    CHECK(Time(blocked[0].what.length_ns) <= 2s + tolerance);
    CHECK(run.duration >= 3s);
}

/// Way `what` can never come to an end: the run is over at that moment.
void check_stuck(int what, const std::string& in_what, std::uint32_t line = 0) {
    CAPTURE(what);
    if (line == 0) line = blocking_submission::line_of(what);
    const Run& run = way(what);
    CHECK(run.ending == Ending::deadlocked);
    CHECK(run.duration == 1s);
    const std::vector<Event> stuck = events(run, Kind::stuck);
    REQUIRE(stuck.size() == 1);
    CHECK(stuck[0].what.detail == in_what);
    CHECK(stuck[0].what.line == line);
}

/// Way `what` would hold the loop for a time that nobody knows.
void check_told(int what, const std::string& in_what) {
    CAPTURE(what);
    const std::vector<Event> blocked = events(way(what), Kind::blocked);
    REQUIRE(blocked.size() == 1);
    CHECK(blocked[0].what.detail == in_what);
    CHECK(blocked[0].what.length_ns == 0);
    CHECK(blocked[0].what.line == blocking_submission::line_of(what));
}

}  // namespace

TEST_CASE("blocking: every way to sleep holds the loop for as long as it says, at its line") {
    for (int what = 0; what <= 4; ++what) check_two_seconds(what, "sleep");
    for (const int what : {5, 7}) check_two_seconds(what, "poll");
    for (const int what : {6, 8}) check_two_seconds(what, "select");
    check_two_seconds(9, "epoll_wait");
    check_two_seconds(23, "system()");
}

TEST_CASE(
    "blocking: a wait made by the processor's own instruction, or inside the C library, is like any other") {
    const std::uint32_t line = blocking_submission::line_of_instruction();
    check_two_seconds(41, "sleep", {}, line);
    check_two_seconds(42, "poll", {}, line);
    check_two_seconds(43, "waiting for a result", {}, line);
    check_two_seconds(44, "waiting for a result");
    check_two_seconds(45, "sleep");
    check_stuck(46, "waiting for a signal", line);
}

TEST_CASE("blocking: a timed wait for what does not come lasts until its deadline") {
    for (const int what : {10, 11}) check_two_seconds(what, "waiting for a condition");
    for (const int what : {13, 33}) check_two_seconds(what, "waiting for a result");
}

TEST_CASE("blocking: a wait for another thread lasts until that thread has done it, in virtual time") {
    check_two_seconds(12, "waiting for a condition");
    check_two_seconds(14, "waiting for a result");
    for (const int what : {15, 16}) check_two_seconds(what, "waiting for a thread");
    for (const int what : {12, 14, 15, 16}) {
        CAPTURE(what);
        const std::vector<Event> started = events(way(what), Kind::thread_started);
        REQUIRE(started.size() == 1);
        CHECK(started[0].what.line == blocking_submission::line_of(what));
    }
}

TEST_CASE("blocking: a timed wait does not see what another thread does only after its deadline") {
    const std::vector<Event> blocked = events(way(36), Kind::blocked);
    REQUIRE(blocked.size() == 2);
    CHECK(blocked[0].what.detail == "waiting for a condition");
    CHECK(blocked[1].what.detail == "waiting for a thread");
    for (const Event& one : blocked) CHECK(one.what.length_ns == Time(1s).count());
    const std::vector<Event> printed = events(way(36), Kind::printed);
    REQUIRE(printed.size() == 1);
    CHECK(printed[0].what.detail == "0");
}

TEST_CASE("blocking: a loop that watches any clock ends, a little late, at the line that began to watch it") {
    check_two_seconds(17, "a loop that watches the clock", 10ms);
    check_two_seconds(18, "a loop that watches the clock", 1s);
    for (const int what : {37, 38}) check_two_seconds(what, "a loop that watches the clock", 10ms);
    for (const int what : {39, 40}) check_two_seconds(what, "a loop that watches the clock", 1s);
    for (int what = 19; what <= 22; ++what) {
        CAPTURE(what);
        CHECK(way(what).ending == Ending::finished);
        const std::vector<Event> blocked = events(way(what), Kind::blocked);
        REQUIRE(blocked.size() == 1);
        CHECK(blocked[0].what.length_ns >= Time(2s).count());
        CHECK(blocked[0].what.length_ns <= Time(2s + 20ms).count());
        CHECK(blocked[0].what.line < blocking_submission::line_of(0));  // in the helper that reads the clock
    }
}

TEST_CASE("blocking: reading standard input and starting commands are told, with no length") {
    for (int what = 24; what <= 26; ++what) check_told(what, "standard input");
    check_told(27, "system()");
}

TEST_CASE("blocking: a wait that nothing is left to end is a deadlock, at once") {
    check_stuck(28, "waiting for a condition");
    check_stuck(29, "waiting for a mutex");
    for (const int what : {30, 31}) check_stuck(what, "waiting for a result");
    check_stuck(32, "waiting for a signal");
    check_stuck(34, "waiting for a thread");
}

TEST_CASE("blocking: a sleep of no time is none") { CHECK(events(way(35), Kind::blocked).empty()); }

TEST_CASE("blocking: all of it costs next to no real time") {
    std::uint64_t cpu_us = 0;
    for (const Played& one : all()) cpu_us += one.run.cpu_us;
    CHECK(cpu_us < 2'000'000);  // ninety seconds of waiting
}
