#include "runtime/schedule.hpp"

#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace support;

/// Takes the picks it was given, then the first; keeps what it was offered.
class Picks final : public aio::Schedule {
public:
    explicit Picks(std::vector<std::size_t> picks) : picks_(std::move(picks)) {}
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept override {
        offered.push_back(task_ids.size());
        return offered.size() <= picks_.size() ? picks_[offered.size() - 1] : 0;
    }

    std::vector<std::size_t> offered;

private:
    std::vector<std::size_t> picks_;
};

/// Always the one that came last.
class LastFirst final : public aio::Schedule {
public:
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept override {
        return task_ids.size() - 1;
    }
};

aio::Coroutine<> says(std::string& said, char name, aio::Duration delay) {
    said += name;
    co_await aio::sleep(delay);
    said += static_cast<char>(name - 'a' + 'A');
}

aio::Coroutine<> three_at_once(std::string& said) {
    co_await aio::gather(says(said, 'a', 1s), says(said, 'b', 1s), says(said, 'c', 1s));
}

std::string said_under(aio::Schedule* schedule) {
    std::string said;
    aio::VirtualClock clock;
    aio::run(three_at_once(said), {.clock = &clock, .schedule = schedule});
    return said;
}

aio::Coroutine<> yields(std::string& said, char name) {
    for (int i = 0; i < 3; ++i) {
        said += name;
        co_await aio::sleep(0s);
    }
}

aio::Coroutine<> three_that_yield(std::string& said) {
    co_await aio::gather(yields(said, 'a'), yields(said, 'b'), yields(said, 'c'));
}

aio::Coroutine<> many(int& finished) {
    std::vector<aio::Coroutine<>> all;
    const auto one = [](int& count) -> aio::Coroutine<> {
        co_await aio::sleep(1s);
        ++count;
    };
    for (int i = 0; i < 500; ++i) all.push_back(one(finished));
    co_await aio::gather(std::move(all));
}

aio::Coroutine<> exactly_in_time(bool& timed_out) {
    try {
        co_await aio::timeout(1s, aio::sleep(1s));
    } catch (const aio::TimeoutError&) {
        timed_out = true;
    }
}

aio::Coroutine<> two_exactly_in_time(bool& one, bool& other) {
    co_await aio::gather(exactly_in_time(one), exactly_in_time(other));
}

}  // namespace

TEST_CASE("a schedule that always takes the first changes nothing, and is asked where two are ready") {
    Picks schedule({});
    CHECK(said_under(&schedule) == said_under(nullptr));
    CHECK(schedule.offered == std::vector<std::size_t>{3, 2, 3, 2});
}

TEST_CASE("a schedule chooses which of the tasks that are ready goes next") {
    Picks second_first({1});
    CHECK(said_under(&second_first) == "bacBAC");
    Picks last_woken_first({0, 0, 2});
    CHECK(said_under(&last_woken_first) == "abcCAB");
    LastFirst last_first;
    CHECK(said_under(&last_first) == "cbaABC");
}

TEST_CASE("whatever a schedule chooses, a turn steps those that were ready when it began") {
    std::string said;
    aio::VirtualClock clock;
    LastFirst schedule;
    aio::run(three_that_yield(said), {.clock = &clock, .schedule = &schedule});
    REQUIRE(said.size() == 9);
    for (std::size_t turn = 0; turn < 9; turn += 3) {
        std::string stepped = said.substr(turn, 3);
        std::ranges::sort(stepped);
        CHECK(stepped == "abc");
    }
}

TEST_CASE("of many that are ready a schedule is offered the first, and all are stepped") {
    int finished = 0;
    aio::VirtualClock clock;
    Picks schedule({});
    aio::run(many(finished), {.clock = &clock, .schedule = &schedule});
    CHECK(finished == 500);
    CHECK(std::ranges::max(schedule.offered) == aio::Schedule::most_offered);
    LastFirst last_first;
    aio::run(many(finished), {.clock = &clock, .schedule = &last_first});
    CHECK(finished == 1000);
}

TEST_CASE("a timeout beats a sleep that ends at its instant, whoever a schedule lets go first") {
    for (const bool last : {false, true}) {
        bool one = false;
        bool other = false;
        aio::VirtualClock clock;
        LastFirst last_first;
        Picks first({});
        aio::Schedule* schedule = &first;
        if (last) schedule = &last_first;
        aio::run(two_exactly_in_time(one, other), {.clock = &clock, .schedule = schedule});
        CHECK(one);
        CHECK(other);
    }
}

TEST_CASE("steps are timed under a schedule, too") {
    std::string said;
    Recorder recorder;
    aio::VirtualClock clock;
    LastFirst schedule;
    aio::run(three_at_once(said),
             {.clock = &clock, .observer = &recorder, .schedule = &schedule, .slow_step = aio::Duration(1)});
    CHECK(recorder.count(aio::EventKind::slow_step) > 0);
    CHECK(said == "cbaABC");
}
