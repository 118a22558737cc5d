#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace support;
using aio::EventKind;

aio::Coroutine<int> child(std::uint32_t& line) {
    line = __LINE__ + 1;
    co_await aio::sleep(2s);
    co_return 1;
}

aio::Coroutine<int> parent(std::uint32_t& parent_line, std::uint32_t& child_line) {
    parent_line = __LINE__ + 1;
    const int got = co_await child(child_line);
    co_return got;
}

aio::Coroutine<> yields() { co_await aio::sleep(0s); }

constexpr std::uint32_t dropped_line = __LINE__ + 1;
aio::Coroutine<> dropped() { co_return; }

aio::Coroutine<> drops() {
    {
        const auto forgotten = dropped();
    }
    co_return;
}

aio::Coroutine<> fails() {
    co_await aio::sleep(1s);
    throw std::logic_error("x");
}

aio::Coroutine<> three_endings() {
    const auto raised = aio::create_task(fails(), "raised");
    const auto cancelled = aio::create_task(wait_for_ever(), "cancelled");
    co_await aio::sleep(2s);
    cancelled.cancel();
    co_await aio::sleep(1s);
    CHECK_THROWS(raised.result());
}

aio::Coroutine<> timeouts() {
    const int in_time = co_await aio::timeout(3s, number_after(1, 1s));
    try {
        co_await aio::timeout(std::chrono::seconds(in_time), wait_for_ever());
    } catch (const aio::TimeoutError&) {
    }
}

aio::Coroutine<> waits_for_others() {
    const auto task = aio::create_task(number_after(1, 1s));
    co_await task;
    co_await aio::gather(number_after(1, 1s), number_after(2, 2s));
}

aio::Coroutine<std::string> lambda_names() {
    const auto step = []() -> aio::Coroutine<> { co_await aio::sleep(1s); };
    co_await step();
    co_return "ok";
}

struct Machine {
    aio::Coroutine<> brew() { co_await aio::sleep(1s); }
};

aio::Coroutine<> member_function() {
    Machine machine;
    co_await machine.brew();
}

/// Throws at the nth event.
class Clumsy final : public aio::Observer {
public:
    explicit Clumsy(int nth) : left_(nth) {}
    void on(const aio::ObservedEvent&) override {
        ++told;
        if (--left_ == 0) throw std::runtime_error("clumsy");
    }
    int told = 0;

private:
    int left_;
};

std::vector<std::string> names(const Recorder& recorder, EventKind kind) {
    std::vector<std::string> found;
    for (const Seen& one : recorder.all(kind)) found.push_back(one.detail);
    return found;
}

}  // namespace

TEST_CASE("coroutines have their functions' names, in the order in which they begin") {
    Recorder recorder;
    std::uint32_t ignored = 0;
    in_virtual_time(parent(ignored, ignored), &recorder);
    CHECK(names(recorder, EventKind::coroutine_began) == std::vector<std::string>{"parent", "child"});
    CHECK(names(recorder, EventKind::coroutine_ended) == std::vector<std::string>{"child", "parent"});
}

TEST_CASE("a member function has its own name") {
    Recorder recorder;
    in_virtual_time(member_function(), &recorder);
    CHECK(recorder.first(EventKind::sleep_began).coroutine == "brew");
}

TEST_CASE("a lambda has the name operator()") {
    Recorder recorder;
    in_virtual_time(lambda_names(), &recorder);
    CHECK(recorder.first(EventKind::sleep_began).coroutine == "operator()");
}

TEST_CASE("an event has the moment, the coroutine, the file and the line of its co_await") {
    Recorder recorder;
    std::uint32_t parent_line = 0;
    std::uint32_t child_line = 0;
    in_virtual_time(parent(parent_line, child_line), &recorder);
    const Seen began = recorder.first(EventKind::sleep_began);
    CHECK(began.coroutine == "child");
    CHECK(began.file.ends_with("observer_test.cpp"));
    CHECK(began.event.line == child_line);
    CHECK(began.event.length == 2s);
    CHECK(began.event.task_id == 1);
    CHECK(recorder.first(EventKind::sleep_ended).event.at == 2s);
    CHECK(recorder.all(EventKind::coroutine_began)[1].event.line == parent_line);
}

TEST_CASE("sleep(0) is told as giving way, not as a sleep") {
    Recorder recorder;
    in_virtual_time(yields(), &recorder);
    CHECK(recorder.count(EventKind::yielded) == 1);
    CHECK(recorder.count(EventKind::sleep_began) == 0);
    CHECK(recorder.count(EventKind::sleep_ended) == 0);
}

TEST_CASE("a coroutine that was never awaited is reported with its name and line, and did not run") {
    Recorder recorder;
    in_virtual_time(drops(), &recorder);
    REQUIRE(recorder.count(EventKind::never_awaited) == 1);
    const Seen report = recorder.first(EventKind::never_awaited);
    CHECK(report.detail == "dropped");
    CHECK(report.event.line == dropped_line);
    CHECK(report.coroutine == "drops");
}

TEST_CASE("tasks are told when they are created and how they ended") {
    Recorder recorder;
    in_virtual_time(three_endings(), &recorder);
    CHECK(names(recorder, EventKind::task_created) ==
          std::vector<std::string>{"three_endings", "fails", "wait_for_ever"});
    const std::vector<Seen> ended = recorder.all(EventKind::task_ended);
    REQUIRE(ended.size() == 3);
    CHECK(ended[0].event.outcome == aio::Outcome::raised);
    CHECK(ended[0].event.subject == 2);
    CHECK(ended[1].event.outcome == aio::Outcome::cancelled);
    CHECK(ended[2].event.outcome == aio::Outcome::returned);
    CHECK(recorder.first(EventKind::cancel_requested).event.subject == 3);
}

TEST_CASE("a timeout is told when it is armed, and when it expires or is left in time") {
    Recorder recorder;
    in_virtual_time(timeouts(), &recorder);
    CHECK(recorder.count(EventKind::timeout_armed) == 2);
    CHECK(recorder.first(EventKind::timeout_armed).event.length == 3s);
    CHECK(recorder.first(EventKind::timeout_disarmed).event.at == 1s);
    CHECK(recorder.count(EventKind::timeout_disarmed) == 1);
    CHECK(recorder.first(EventKind::timeout_expired).event.at == 2s);
    CHECK(recorder.first(EventKind::timeout_expired).event.subject ==
          recorder.all(EventKind::timeout_armed)[1].event.subject);
}

TEST_CASE("waiting for a task and for a gather is told, with the task's number") {
    Recorder recorder;
    in_virtual_time(waits_for_others(), &recorder);
    const std::vector<Seen> began = recorder.all(EventKind::wait_began);
    REQUIRE(began.size() == 2);
    CHECK(began[0].detail == "task");
    CHECK(began[0].event.subject == 2);
    CHECK(began[1].detail == "gather");
    CHECK(recorder.all(EventKind::wait_ended)[1].event.at == 3s);
}

TEST_CASE("an observer that throws is switched off, and the run goes on unchanged") {
    for (int nth = 1; nth <= 5; ++nth) {
        Clumsy clumsy(nth);
        std::uint32_t ignored = 0;
        CHECK(in_virtual_time(parent(ignored, ignored), &clumsy) == 1);
        CHECK(clumsy.told == nth);
    }
}
