#include "grader/exercise/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// download() with so many slots, some of which others hold until 0.5 s.
Scenario with_slots(int slots, int held, std::uint64_t late_seed = 0) {
    return calling({{"download",
                     {{"slots", std::to_string(slots)},
                      {"slots_held", std::to_string(held)},
                      {"slots_held_for", "500000000ns"}}}},
                   late_seed);
}

Finding slot(Tale& tale) {
    const Timeline here = tale.timeline();
    return in_best_reading(readings(here, 0, {{1s}, {}}, false),
                           [&](const Group& group) { return holds_slot(here, 0, group, "slots"); });
}

/// It waits a second with a slot from that moment on, and gives it back.
void downloads(Tale& tale, Time moment) {
    tale.call("download")
        .at(moment)
        .takes_slot(1)
        .sleeps_through(1, 1s)
        .gives_slot_back(1)
        .result("slots.given_back", "yes")
        .returns();
}

}  // namespace

TEST_CASE("holds_slot: waits for the slot, awaits a second, gives it back") {
    Tale taken(with_slots(1, 1));
    downloads(taken, 500ms);
    check_holds(slot(taken));
    Tale free(with_slots(3, 2));
    downloads(free, 0s);
    check_holds(slot(free));
}

TEST_CASE("holds_slot: a call that does not wait for the slot fails") {
    Tale tale(with_slots(1, 1));
    downloads(tale, 0s);
    check_fails(slot(tale), "download began at 0 s, but no slot was free before 0.5 s");
}

TEST_CASE("holds_slot: a call that waits although a slot is free fails, but for late timers") {
    Tale tale(with_slots(2, 1));
    downloads(tale, 1ms);
    check_fails(slot(tale), "a slot was free from 0 s on, download began only at 1 ms");
    Tale late(with_slots(1, 1, 7));
    downloads(late, 501ms);
    check_holds(slot(late));
}

TEST_CASE("holds_slot: a call that does not wait at all, or another time, fails") {
    Tale nothing(with_slots(1, 1));
    check_fails(slot(nothing.call("download").at(500ms).returns()), "download did not wait");
    Tale shorter(with_slots(1, 1));
    shorter.call("download")
        .at(500ms)
        .takes_slot(1)
        .sleeps_through(1, 900ms)
        .gives_slot_back(1)
        .result("slots.given_back", "yes");
    check_fails(slot(shorter.returns()), "download did not wait");
}

TEST_CASE("holds_slot: a call that blocks the loop fails") {
    Tale tale(with_slots(1, 1));
    tale.call("download").at(500ms).takes_slot(1).blocks(1, 1s).gives_slot_back(1).returns();
    check_fails(
        slot(tale),
        "work1 blocked the loop for 1 s at line 10 (sleep): nothing else could run; use co_await aio::sleep");
}

TEST_CASE("holds_slot: a call that takes no slot fails, though one was free at the right moment") {
    Tale tale(with_slots(3, 0));
    tale.call("download")
        .sleeps_through(1, 1s)
        .gives_slot_back(1)
        .result("slots.given_back", "yes")
        .returns();
    check_fails(slot(tale), "download took no slot before it waited");
}

TEST_CASE("holds_slot: a call that keeps the slot fails") {
    Tale tale(with_slots(1, 1));
    tale.call("download")
        .at(500ms)
        .takes_slot(1)
        .sleeps_through(1, 1s)
        .result("slots.given_back", "no")
        .returns();
    check_fails(slot(tale), "the slot was not given back when the wait was over, at 1.5 s");
}

TEST_CASE("holds_slot: a call that gives the slot back in the middle of the wait fails") {
    Tale tale(with_slots(1, 1));
    tale.call("download").at(500ms).takes_slot(1).sleeps(1, 1s).at(1s).gives_slot_back(1).at(1500ms).wakes(1);
    tale.result("slots.given_back", "yes").returns();
    check_fails(slot(tale), "the slot was given back at 1 s, the wait was over at 1.5 s");
}

TEST_CASE("holds_slot: what others do with their slots meanwhile does not count") {
    Tale tale(with_slots(3, 2));
    protocol::Record others = record(Kind::semaphore_released, {}, 9);
    tale.call("download")
        .takes_slot(1)
        .sleeps(1, 1s)
        .at(500ms)
        .tells(others)
        .at(1s)
        .wakes(1)
        .gives_slot_back(1);
    check_holds(slot(tale.result("slots.given_back", "yes").returns()));
}
