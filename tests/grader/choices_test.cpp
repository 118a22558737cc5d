#include "grader/run/choices.hpp"

#include "tests/grader/timekeeper_by_hand.hpp"

using namespace by_hand;

namespace {

Record of_task(Kind kind, std::uint32_t task, std::uint64_t subject = 0) {
    Record made = record(kind);
    made.task_id = task;
    made.subject = subject;
    made.coroutine_id = 100 + task;
    return made;
}

Scenario ordered(protocol::Order order) {
    Scenario scenario = one_call();
    scenario.script.order = std::move(order);
    return scenario;
}

Record offered(std::string widths) {
    Record made;
    made.kind = Kind::offered;
    made.detail = std::move(widths);
    return made;
}

Record overtook(std::uint32_t task, std::uint32_t first) {
    Record made = of_task(Kind::overtook, task, task);
    made.count = first;
    return made;
}

/// Tasks 1 to `count` sleep to one moment, and the grader is asked for it.
struct Sleepers : Kept {
    explicit Sleepers(std::uint32_t count, protocol::Order order = {}) : Kept(ordered(std::move(order))) {
        for (std::uint32_t task = 1; task <= count; ++task) {
            Record began = of_task(Kind::sleep_began, task);
            began.length_ns = Time(1s).count();
            keeper.take(began);
        }
        asks();
    }
    void tell(const Record& told) { keeper.take(told); }
    void wakes(std::uint32_t task) { tell(of_task(Kind::sleep_ended, task)); }
};

constexpr const char* other_order = "the tasks ran in the wrong order";

}  // namespace

TEST_CASE(
    "choices: sleepers of one moment go on in the order in which they began, and every choice is told") {
    Sleepers kept(3);
    for (std::uint32_t task = 1; task <= 3; ++task) kept.wakes(task);
    kept.tell(offered("\3\2"));
    kept.asks();
    CHECK(kept.broken() == "");
    CHECK(kept.keeper.take_offered() == std::vector<std::uint8_t>{3, 2});
}

TEST_CASE("choices: sleepers of one moment that go on in another order break the protocol") {
    Sleepers kept(2);
    kept.wakes(2);
    CHECK(kept.broken() == other_order);
}

TEST_CASE("choices: a choice among fewer than the sleepers that are ready breaks the protocol") {
    Sleepers kept(3);
    for (std::uint32_t task = 1; task <= 3; ++task) kept.wakes(task);
    kept.tell(offered("\2\2"));
    CHECK(kept.broken() == "a choice that does not offer the tasks that are ready");
}

TEST_CASE("choices: an order that was asked for shows, and the sleepers go on in it") {
    Sleepers kept(3, {{0, 2}, {1, 1}});
    kept.tell(overtook(3, 1));
    kept.wakes(3);
    kept.tell(overtook(2, 1));
    kept.wakes(2);
    kept.wakes(1);
    kept.tell(offered("\3\2"));
    kept.asks();
    CHECK(kept.broken() == "");
}

TEST_CASE("choices: a pick that has fewer to choose among takes the last") {
    Sleepers kept(2, {{0, 7}});
    kept.tell(overtook(2, 1));
    kept.wakes(2);
    kept.wakes(1);
    kept.tell(offered("\2"));
    kept.asks();
    CHECK(kept.broken() == "");
}

TEST_CASE("choices: an order that was asked for and does not show breaks the protocol") {
    Sleepers kept(2, {{0, 1}});
    kept.wakes(1);
    CHECK(kept.broken() == other_order);
    Kept elsewhere(ordered({{0, 1}}));
    elsewhere.keeper.take(offered("\2"));
    elsewhere.asks();
    CHECK(elsewhere.broken() == "the tasks did not run in the order that was sent");
}

TEST_CASE("choices: an overtaking that the script did not ask for breaks the protocol") {
    Kept kept;
    kept.keeper.take(overtook(2, 1));
    kept.keeper.take(of_task(Kind::coroutine_began, 2));
    kept.asks();
    CHECK(kept.broken() == "the tasks did not run in the order that was sent");
}

TEST_CASE("choices: a task that is said to have overtaken another one runs next") {
    Kept kept(ordered({{0, 1}}));
    kept.keeper.take(overtook(2, 1));
    kept.keeper.take(of_task(Kind::coroutine_began, 1));
    CHECK(kept.broken() == "a task overtook another one, but did not run next");
}

TEST_CASE("choices: a task that waits for a condition may be woken in vain, without a record") {
    Kept kept(ordered({{0, 1}}));
    Record waits = of_task(Kind::wait_began, 2);
    waits.awaited = protocol::Awaited::condition;
    kept.keeper.take(waits);
    kept.keeper.take(overtook(2, 1));
    kept.keeper.take(of_task(Kind::coroutine_began, 1));
    CHECK(kept.broken() == "");
    Kept back(ordered({{0, 1}}));
    back.keeper.take(waits);
    back.keeper.take(of_task(Kind::wait_ended, 2));
    back.keeper.take(overtook(2, 1));
    back.keeper.take(of_task(Kind::coroutine_began, 1));
    CHECK(back.broken() == "a task overtook another one, but did not run next");
}

TEST_CASE("choices: tasks that one step has created are chosen among") {
    const auto told = [](Kept& kept, const char* choices) {
        for (std::uint32_t task = 2; task <= 4; ++task)
            kept.keeper.take(of_task(Kind::task_created, 1, task));
        kept.keeper.take(of_task(Kind::wait_began, 1));
        for (std::uint32_t task = 2; task <= 4; ++task)
            kept.keeper.take(of_task(Kind::coroutine_began, task));
        kept.keeper.take(offered(choices));
        kept.asks();
    };
    Kept right;
    told(right, "\3\2");
    CHECK(right.broken() == "");
    Kept one_short;
    told(one_short, "\3");
    CHECK(one_short.broken() == "fewer choices than there were tasks to choose among");
}

TEST_CASE("choices: tasks created in steps of their own need not be ready in one turn") {
    Kept kept;
    for (std::uint32_t task = 2; task <= 4; ++task) {
        kept.keeper.take(of_task(Kind::task_created, 1, task));
        kept.keeper.take(of_task(Kind::yielded, 1));
        kept.keeper.take(of_task(Kind::coroutine_began, task));
    }
    kept.asks();
    CHECK(kept.broken() == "");
}

TEST_CASE("choices: up to the first departure the same is offered as in the usual order") {
    const Scenario scenario = ordered({{1, 1}});
    const std::vector<std::uint8_t> usual{2, 3, 4};
    const auto end_of = [&](const char* widths) {
        grader::Choices choices(scenario.script.order, usual);
        std::string problem = choices.take(offered(widths));
        if (problem.empty()) problem = choices.take(overtook(2, 1));
        return problem.empty() ? choices.end() : problem;
    };
    CHECK(end_of("\2\3") == "");
    CHECK(end_of("\2\3\5\6") == "");  // behind it everything may be different
    CHECK(end_of("\2\4") == "the choices differ from the usual order before the first departure");
    CHECK(end_of("\2") == "fewer choices than in the usual order before the first departure");
}

TEST_CASE("choices: what is offered after a thread was started may differ from run to run") {
    const Scenario scenario = ordered({{1, 1}});
    const std::vector<std::uint8_t> usual{2, 3};
    grader::Choices choices(scenario.script.order, usual);
    CHECK(choices.take(offered("\2")) == "");
    CHECK(choices.take(of_task(Kind::thread_started, 1)) == "");
    CHECK(choices.take(offered("\4")) == "");
}

TEST_CASE("choices: a choice has at least two tasks, and no more than the loop offers") {
    for (const char* width : {"\1", "\x21"}) {
        Kept kept;
        kept.keeper.take(offered(width));
        CHECK(kept.broken() == "an impossible number of tasks to choose among");
    }
}

TEST_CASE("choices: they are events, and too many of them are too much; few are kept") {
    Kept kept;
    while (!kept.keeper.too_much()) kept.keeper.take(offered(std::string(1000, '\2')));
    CHECK(kept.keeper.told() == grader::run_limits().events);
    CHECK(kept.keeper.take_offered().size() == grader::Choices::most_kept);
    CHECK(grader::Choices::most_kept * sizeof(protocol::Pick) <= protocol::longest_frame / 8);
    CHECK(kept.broken() == "");
}

TEST_CASE("choices: questions are events, and too many of them are too much") {
    Kept kept;
    while (!kept.keeper.too_much()) kept.asks();
    CHECK(kept.keeper.told() == grader::run_limits().events);
}
