#include "grader/commands/interrupts.hpp"

#include "grader/grading/grade.hpp"
#include "tests/grader/grade_process.hpp"
#include "tests/grader/left_behind.hpp"
#include "tests/grader/submissions.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace grade_process;
using namespace left_behind;

namespace {

/// Sends this process a signal when the run comes to one event, and keeps what nobody should have to read.
class SignalAt : public aio::Observer {
public:
    explicit SignalAt(int event, int signal = SIGINT) : event_(event), signal_(signal) {}

    /// From here on events count; before that nobody would catch the signal.
    void begin() { begun_ = true; }
    void on(const aio::ObservedEvent& event) override {
        if (event.kind == aio::EventKind::error_never_retrieved ||
            event.kind == aio::EventKind::never_awaited)
            complaints_ += std::string(event.detail) + '\n';
        if (begun_ && events_++ == event_) ::raise(signal_);
    }

    int events() const { return events_; }
    const std::string& complaints() const { return complaints_; }

private:
    int event_;
    int signal_;
    bool begun_ = false;
    int events_ = 0;
    std::string complaints_;
};

aio::Coroutine<grader::Expected<int>> grade_two(SignalAt& observer, std::string folder,
                                                const grader::Environment& environment) {
    observer.begin();
    std::vector<grader::Assignment> assignments;
    for (const char* exercise : {"weather", "crawler"}) {
        grader::Assignment assignment;
        assignment.path = folder + "/" + exercise + ".cpp";
        assignment.name = exercise;
        assignment.exercise = grader::find_exercise(exercise);
        assignments.push_back(std::move(assignment));
    }
    co_await grader::grade_all(std::move(assignments), environment);
    co_return 0;
}

/// The exit code of that work.
int exit_code(const grader::Expected<int>& ended) { return ended ? *ended : exit_code(ended.failure()); }

/// Grades a right submission, and one whose orders and inputs are tried at length.
int graded(SignalAt& observer, const std::string& folder) {
    const grader::Environment& environment = played::environment();
    aio::RunOptions options;
    options.observer = &observer;
    return exit_code(aio::run(grader::until_interrupted(grade_two(observer, folder, environment)), options));
}

aio::Coroutine<grader::Expected<int>> wait(aio::Duration length) {
    co_await aio::sleep(length);
    co_return 7;
}

aio::Coroutine<grader::Expected<int>> fail() {
    co_await aio::sleep(aio::Duration::zero());
    throw std::runtime_error("the work's own error");
}

aio::Coroutine<grader::Expected<int>> fail_when_stopped(int& signal) {
    ::raise(signal);
    try {
        co_await aio::sleep(std::chrono::hours(1));
    } catch (...) {
        signal = 0;
    }
    throw std::runtime_error("from being stopped half way");
}

}  // namespace

TEST_CASE("interrupts: work that nobody interrupts gives its value, or throws its error") {
    CHECK(exit_code(aio::run(grader::until_interrupted(wait(std::chrono::milliseconds(1))))) == 7);
    CHECK_THROWS_WITH(aio::run(grader::until_interrupted(fail())), "the work's own error");
}

TEST_CASE("interrupts: the code is 128 and the signal's number, whatever the work ended with") {
    for (const int number : {SIGINT, SIGTERM}) {
        int signal = number;
        CHECK(exit_code(aio::run(grader::until_interrupted(fail_when_stopped(signal)))) == 128 + number);
        CHECK(signal == 0);
    }
}

TEST_CASE("interrupts: grading ends quietly at whichever event the signal comes, and leaves no process") {
    const Orphans orphans;
    const TemporaryFolder folder;
    folder.write("weather.cpp", submissions::forecast_by_places("next++"));
    folder.write("crawler.cpp", bytes_of_file(AWAITLAB_SOURCE_DIR "/reference/crawler.cpp"));
    SignalAt never(-1);
    REQUIRE(graded(never, folder.path()) == 0);
    CHECK(never.complaints() == "");
    const int events = never.events();
    REQUIRE(events > 1000);
    constexpr int moments = 25;
    for (int moment = 0; moment < moments; ++moment) {
        // Not exactly the same events come every time, since two are graded at once: the last moment is not
        // the very end.
        SignalAt observer(moment * (events / (moments + 1)));
        CAPTURE(moment);
        CHECK(graded(observer, folder.path()) == 128 + SIGINT);
        CHECK(observer.complaints() == "");
        CHECK(lasting_children() == "");
    }
}

namespace {

/// A bubblewrap that signals the grader when it is started for the n-th time.
std::string signals_at(const TemporaryFolder& folder, int n, const std::string& signal) {
    const std::string count = folder / "count";
    std::filesystem::remove(count);
    std::string script = folder.write("bwrap", "#!/bin/sh\necho >> " + count + "\ntest $(wc -l < " + count +
                                                   ") = " + std::to_string(n) + " && kill -s " + signal +
                                                   " $PPID\nexec /usr/bin/bwrap \"$@\"\n");
    std::filesystem::permissions(script, std::filesystem::perms(0755));
    return script;
}

/// The grader's own user, so that the bubblewrap above may signal it.
bool become_ordinary() { return ::geteuid() != 0 || (::setgid(64999) == 0 && ::setuid(64999) == 0); }

}  // namespace

TEST_CASE("interrupts: a command that is interrupted at its n-th box says nothing and writes nothing") {
    const Orphans orphans;
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    const std::string file = folder.write("work/weather.cpp", submissions::forecast_by_places("next++"));
    const std::string recorded = folder / "recorded.json";
    const std::string json = folder / "verdict.json";
    REQUIRE(grade({"check", file, "--json", recorded}).exit_code == 1);
    const std::vector<std::vector<std::string>> commands = {{"check", file, "--json", json},
                                                            {"check", file, "--json", "-"},
                                                            {"run", file},
                                                            {"replay", recorded, file}};
    for (const std::vector<std::string>& command : commands) {
        int interrupted = 0;
        for (int n = 1; n < 6; ++n) {
            const bool politely = n % 2 == 0;
            const std::string bubblewrap = signals_at(folder, n, politely ? "TERM" : "INT");
            const Said said = grade(command, become_ordinary,
                                    {"AWAITLAB_BUBBLEWRAP=" + bubblewrap, "TMPDIR=" + folder.path()});
            if (!is_possible(said) || !std::filesystem::exists(folder / "count"))
                return;  // no bubblewrap here
            CAPTURE(command.front());
            CAPTURE(n);
            CHECK(lasting_children() == "");
            if (said.exit_code < 128) break;  // it needs no more boxes than that
            ++interrupted;
            CHECK(said.exit_code == 128 + (politely ? SIGTERM : SIGINT));
            CHECK(said.output == "");
            CHECK(said.error == "");
            CHECK_FALSE(std::filesystem::exists(json));
        }
        CHECK(interrupted > 0);
        std::filesystem::remove(json);
    }
}
