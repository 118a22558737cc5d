#include "tests/grader/faulty_submission.hpp"
#include "tests/grader/left_behind.hpp"
#include "tests/grader/played.hpp"

#include "grader/timeline/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string_view>

using namespace grader;
using namespace std::chrono_literals;

namespace {

using namespace faulty_submission;

const CompileResult& program() {
    static const CompileResult compiled = played::compile("crawler", source);
    return compiled;
}

Scenario scenario(Fault fault) {
    Scenario made;
    made.id = "fault";
    made.script.calls.push_back({"crawl", {{"pages", std::to_string(fault)}, {"limit", "0"}}});
    return made;
}

/// The runs of these, in one session.
std::vector<Run> play_in_a_row(const std::vector<Fault>& some) {
    std::vector<Scenario> scenarios;
    for (const Fault one : some) scenarios.push_back(scenario(one));
    std::vector<Run> runs;
    for (Played& one : played::play(program(), std::move(scenarios))) runs.push_back(std::move(one.run));
    return runs;
}

/// Plays it, and that the session still serves the next one well.
Run play(Fault fault) {
    std::vector<Run> runs = play_in_a_row({fault, fine});
    CHECK(runs[1].ending == Ending::finished);
    CHECK(runs[1].duration >= 1s);
    return std::move(runs[0]);
}

/// The same honest run a hundred times in one session, and all of them held, or only the last.
aio::Coroutine<std::vector<Run>> play_many(Limits limits, bool hold) {
    Session session(played::environment().kit.needed_to_run(), played::environment().containment, limits);
    session.load(std::get<Program>(program().outcome).path());
    std::vector<Run> runs;
    for (int i = 0; i < 100 && (runs.empty() || runs.back().ending == Ending::finished); ++i) {
        if (!hold) runs.clear();
        Run run = co_await session.play(scenario(fine));
        runs.push_back(std::move(run));
    }
    co_return runs;
}

}  // namespace

TEST_CASE("session: a blocking sleep is told, moves the virtual time, and costs no real time") {
    (void)program();
    const auto begin = std::chrono::steady_clock::now();
    const Run run = play(blocks);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    CHECK(run.ending == Ending::finished);
    CHECK(run.duration >= Time(1000h));
    const Scenario of = scenario(blocks);
    const Timeline timeline(of, run);
    REQUIRE(timeline.waits.size() == 1);
    CHECK(timeline.waits[0].blocking);
    CHECK(timeline.waits[0].planned == Time(1000h));
}

TEST_CASE("session: printed text has its moment and its place among the events, whoever wrote it and how") {
    const Scenario of = scenario(prints);
    const Run run = play(prints);
    const Timeline timeline(of, run);
    REQUIRE(timeline.prints.size() == 3);
    REQUIRE(timeline.waits.size() == 2);
    CHECK(timeline.prints[0].text == "first");
    CHECK(timeline.prints[0].at == 0s);
    CHECK(timeline.prints[0].index < timeline.waits[0].index);
    CHECK(timeline.prints[1].text == "second\n");
    CHECK(timeline.prints[1].at == 1s);
    CHECK(timeline.prints[1].index < timeline.waits[1].index);
    CHECK(timeline.prints[2].text == "third");
    CHECK(timeline.prints[2].at == 3s);
}

TEST_CASE("session: a crash is told with its signal, and what came before it is not lost") {
    const Run run = play(segfaults);
    CHECK(run.ending == Ending::crashed);
    CHECK(run.signal == SIGSEGV);
    CHECK(run.duration == 1s);
    const Scenario of = scenario(segfaults);
    const Timeline timeline(of, run);
    REQUIRE(timeline.prints.size() == 1);
    CHECK(timeline.prints[0].text == "on my way\n");
}

TEST_CASE("session: abort() is a crash") {
    const Run run = play(aborts);
    CHECK(run.ending == Ending::crashed);
    CHECK(run.signal == SIGABRT);
}

TEST_CASE("session: a process that calls exit() has exited early, and what it printed is there") {
    const Run run = play(exits);
    CHECK(run.ending == Ending::exited_early);
    REQUIRE_FALSE(run.events.empty());
    CHECK(run.events.back().what.detail == "bye");
}

TEST_CASE("session: a deadlock names each coroutine, what it waits for, and the line") {
    const Run run = play(deadlocks);
    CHECK(run.ending == Ending::deadlocked);
    const auto waits = std::ranges::find_if(run.events, [](const Event& event) {
        return event.what.kind == protocol::Kind::deadlocked && event.what.students;
    });
    REQUIRE(waits != run.events.end());
    CHECK(waits->what.name == "crawl");
    CHECK(waits->what.detail == "a semaphore with no slot free");
    const std::string_view text(source);
    CHECK(waits->what.line == 1 + std::ranges::count(text.substr(0, text.find("auto second")), '\n'));
}

TEST_CASE("session: an exception that comes out of the call is told with its words") {
    const Run run = play(throws);
    CHECK(run.ending == Ending::raised);
    CHECK(run.error == "no such page");
}

TEST_CASE("session: an endless loop ends with its CPU time") {
    const Run run = play(spins);
    CHECK(run.ending == Ending::timed_out_cpu);
    CHECK(run.cpu_us > 500'000);
}

TEST_CASE("session: a flood of text is stopped") { CHECK(play(floods).ending == Ending::output_limit); }

TEST_CASE("session: too much memory is told as that") {
    CHECK(play(eats_memory).ending == Ending::memory_limit);
}

TEST_CASE("session: a process that loops without waiting is stopped") {
    CHECK(play(yields).ending == Ending::event_limit);
}

TEST_CASE("session: memory and events decide before processor time, also where a second is worth a third") {
    Limits limits = run_limits();
    limits.cpu = std::chrono::seconds(std::max<std::int64_t>(1, limits.cpu.count() / 3));
    const std::vector<Played> runs =
        played::play(program(), {scenario(eats_memory), scenario(yields)}, limits);
    CHECK(runs[0].run.ending == Ending::memory_limit);
    CHECK(runs[1].run.ending == Ending::event_limit);
}

TEST_CASE("session: what only takes memory and runs out of time on its way has taken too much memory") {
    Limits limits = run_limits();
    limits.cpu = std::chrono::seconds(1);
    const std::vector<Played> runs =
        played::play(program(), {scenario(fills_and_spins), scenario(spins)}, limits);
    CHECK(runs[0].run.ending == Ending::memory_limit);
    CHECK(runs[1].run.ending == Ending::timed_out_cpu);
}

TEST_CASE("session: variables that no memory is left for are too much memory, whoever refuses them") {
    const auto ending = [](const std::string& variables, int what) {
        std::string text = source;
        text.insert(text.find("aio::Coroutine<> download"), variables + "\n");
        const CompileResult big = played::compile("crawler", text);
        Scenario of = scenario(static_cast<Fault>(what));
        return played::play(big, {of}).front().run.ending;
    };
    CHECK(ending("char block[1 << 30];", fine) == Ending::memory_limit);
    CHECK(ending("thread_local char block[1 << 30]; char* use() { return block; }", fine) ==
          Ending::memory_limit);
    CHECK(ending("char block[1 << 20];", fine) == Ending::finished);
}

TEST_CASE("session: all runs of a submission together have a limit of processor time") {
    Limits limits = run_limits();
    limits.cpu_of_all = std::chrono::seconds(1);
    limits.cpu = std::chrono::seconds(1);
    const std::vector<Played> runs =
        played::play(program(), {scenario(spins), scenario(spins), scenario(fine)}, limits);
    CHECK(runs.front().run.ending == Ending::timed_out_cpu);
    CHECK(runs.back().run.ending == Ending::over_budget);
    CHECK(runs.back().run.events.empty());
}

TEST_CASE(
    "session: all runs of a submission together have a limit of real time, which ends the run under way") {
    Limits limits = run_limits();
    limits.wall_of_all = std::chrono::seconds(1);
    const std::vector<Played> runs = played::play(program(), {scenario(spins), scenario(fine)}, limits);
    CHECK(runs.front().run.ending == Ending::over_budget);
    CHECK(runs.back().run.ending == Ending::over_budget);
}

TEST_CASE("session: an exercise's own limits hold in place of the usual ones") {
    Limits limits = run_limits();
    limits.events = 100;
    const std::vector<Played> runs = played::play(program(), {scenario(yields), scenario(fine)}, limits);
    CHECK(runs[0].run.ending == Ending::event_limit);
    CHECK(runs[0].run.events.size() < 10'000);
    CHECK(runs[1].run.ending == Ending::finished);
}

TEST_CASE("session: what is kept of other runs leaves less room, until they are dropped") {
    Limits limits = run_limits();
    limits.kept_bytes = 60'000;
    const std::vector<Run> held = aio::run(play_many(limits, true));
    CHECK(held.front().ending == Ending::finished);
    CHECK(held.back().ending == Ending::event_limit);
    CHECK(held.back().after_others);
    CHECK(aio::run(play_many(limits, false)).back().ending == Ending::finished);
}

TEST_CASE("session: a process that keeps sending records is not stopped for the time it takes") {
    Limits limits = run_limits();
    limits.wall = std::chrono::milliseconds(100);
    limits.events = 20'000;
    CHECK(played::play(program(), {scenario(yields)}, limits).front().run.ending == Ending::event_limit);
}

TEST_CASE("session: a process that writes nonsense to the grader breaks the protocol") {
    const Run run = play(talks_nonsense);
    CHECK(run.ending == Ending::broke_protocol);
    CHECK_FALSE(run.error.empty());
}

TEST_CASE("session: a second process that tells the same again breaks the protocol, or nothing") {
    const Run run = play(forks);
    CHECK((run.ending == Ending::broke_protocol || run.ending == Ending::finished));
}

TEST_CASE("session: a process that closes the channel has exited early") {
    CHECK(play(hangs_up).ending == Ending::exited_early);
}

TEST_CASE("session: a process that tries to kill the process that serves it is refused, and runs on") {
    CHECK(play(kills_its_parent).ending == Ending::finished);
}

TEST_CASE("session: a process that closes its own output is judged without it") {
    CHECK(play(closes_its_output).ending == Ending::finished);
}

TEST_CASE("session: scenarios do not see what another left behind, whatever became of it") {
    const std::vector<Run> runs = play_in_a_row({fine, segfaults, fine, talks_nonsense, fine, exits, fine});
    for (std::size_t i = 0; i < runs.size(); i += 2) {
        CHECK(runs[i].ending == Ending::finished);
        CHECK(runs[i].events.size() == runs[0].events.size());
        CHECK(runs[i].duration == runs[0].duration);
    }
}

TEST_CASE("session: leaves no process and no descriptor behind") {
    play_in_a_row({fine});
    const std::ptrdiff_t before = left_behind::open_descriptors();
    play_in_a_row({fine, segfaults, talks_nonsense, forks, kills_its_parent, fine});
    CHECK(left_behind::open_descriptors() == before);
    CHECK(left_behind::children_now() == "");
}

TEST_CASE("session: the outsider's cancellation comes out of the call") {
    Scenario cancelled = scenario(fine);
    cancelled.cancel_at = {400ms};
    const std::vector<Played> runs = played::play(program(), {cancelled});
    const Timeline timeline(runs[0].scenario, runs[0].run);
    REQUIRE(timeline.calls.size() == 1);
    CHECK(timeline.calls[0].completion == protocol::Completion::cancelled);
    CHECK(timeline.calls[0].end == 400ms);
    CHECK(runs[0].run.ending == Ending::finished);
}

TEST_CASE("session: the calls of a script are made one after the other in one run") {
    Scenario twice = scenario(fine);
    twice.script.calls.push_back(twice.script.calls[0]);
    const std::vector<Played> runs = played::play(program(), {twice});
    const Timeline timeline(runs[0].scenario, runs[0].run);
    REQUIRE(timeline.calls.size() == 2);
    CHECK(timeline.calls[0].end == 1s);
    CHECK(timeline.calls[1].begin >= 1s);
    CHECK(timeline.calls[1].end - timeline.calls[1].begin == 1s);
}
