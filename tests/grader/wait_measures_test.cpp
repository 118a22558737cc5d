#include "grader/rubric/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;
using by_hand::Kind;

namespace {

Group group_of(Tale& tale) { return {tale.timeline().waits, {"waits", "attentes"}}; }

/// Those of one of them.
Group group_of(Tale& tale, std::uint32_t who) {
    Group group = group_of(tale);
    std::erase_if(group.waits, [who](const Wait& wait) { return wait.task_id != who; });
    return group;
}

/// A wait of 2 s, and one of 1 s that begins at `moment`.
void one_and_another(Tale& tale, Time moment) {
    tale.call("f").sleeps(1, 2s).at(moment).sleeps(2, 1s).at(5s).returns();
    tale.at(2s).wakes(1).at(moment + 1s).wakes(2);
}

}  // namespace

TEST_CASE("count: as many as the bounds allow") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(2, 1s).returns();
    check_holds(count(group_of(tale), {2, 2}, 0s));
    check_fails(count(group_of(tale), {3, 3}, 0s), "2 waits instead of 3");
    check_fails(count(group_of(tale), {3}, 0s), "2 waits; there should be 3 or more");
    check_fails(count(group_of(tale), {0, 1}, 0s), "2 waits; there should be 1 or fewer");
}

TEST_CASE("overlap: all of them are under way at one moment") {
    Tale tale;
    one_and_another(tale, 1s);
    check_holds(overlap(group_of(tale)));
}

TEST_CASE("overlap: one that begins when another ends does not overlap with it") {
    Tale tale;
    one_and_another(tale, 2s);
    const Finding finding = overlap(group_of(tale));
    check_fails(finding, "work2 began only at 2 s, when work1 was over since 2 s");
    CHECK(finding.line == 20);
    CHECK(finding.at == Time(2s));
}

TEST_CASE("overlap: one wait overlaps with nothing") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).returns();
    check_fails(overlap(group_of(tale)), "1 waits: it takes two to overlap");
}

TEST_CASE("peak: the most at one moment lies within the bounds") {
    Tale tale;
    one_and_another(tale, 1s);
    check_holds(peak(group_of(tale), {2, 2}));
    check_fails(peak(group_of(tale), {0, 1}), "2 waits at once; the limit is 1");
    check_fails(peak(group_of(tale), {3}), "never more than 2 waits at once; there should be 3");
}

TEST_CASE("peak: one that begins when another ends is not beside it") {
    Tale tale;
    one_and_another(tale, 2s);
    check_holds(peak(group_of(tale), {1, 1}));
}

TEST_CASE("peak and limit_used: who waits for nothing has kept no limit, and used none") {
    Tale tale;
    tale.call("f").returns();
    check_fails(peak(group_of(tale), {0, 3}), "there were no waits at all");
    check_fails(limit_used(group_of(tale), 3, 0s), "there were no waits at all");
}

TEST_CASE("limit_used: a slot that stands empty while there is more to do fails") {
    Tale tale;
    one_and_another(tale, 1s);
    check_fails(limit_used(group_of(tale), 2, 0s),
                "at 0 s, 1 of 2 slots were used although waits were still to begin (1)");
    check_holds(limit_used(group_of(tale), 1, 0s));
}

TEST_CASE("before and after: all of the first are over when one of the others begins") {
    Tale right;
    one_and_another(right, 2s);
    check_holds(before(group_of(right, 1), group_of(right, 2)));
    check_holds(after(group_of(right, 2), group_of(right, 1)));
    Tale wrong;
    one_and_another(wrong, 1999ms);
    check_fails(before(group_of(wrong, 1), group_of(wrong, 2)),
                "work2 began at 1.999 s, before work1 was done");
    check_fails(after(group_of(wrong, 2), group_of(wrong, 1)),
                "work2 began at 1.999 s, before work1 was done");
}

TEST_CASE("before: where one of the two never was, it fails") {
    Tale tale;
    one_and_another(tale, 2s);
    check_fails(before(group_of(tale, 1), group_of(tale, 3)), "there were no waits at all");
    check_fails(before(group_of(tale, 3), group_of(tale, 1)), "there were no waits at all");
}

TEST_CASE("within: each lies between the two moments, which belong to it") {
    Tale tale;
    one_and_another(tale, 1s);
    check_holds(within(group_of(tale), 0s, 2s));
    check_fails(within(group_of(tale), 0s, 1999ms),
                "work1 waited from 0 s to 2 s; it should lie between 0 s and 1.999 s");
    check_fails(within(group_of(tale, 2), 1001ms, 3s),
                "work2 waited from 1 s to 2 s; it should lie between 1.001 s and 3 s");
}

TEST_CASE("finish_time: counted from the call's own beginning") {
    Tale tale;
    tale.call("f").returns().at(1s).call("g").sleeps_through(1, 2s).returns();
    const CallSpan span = tale.timeline().calls.at(1);
    check_holds(finish_time(span, 2s, 2s));
    check_holds(finish_time(span, 1s, 3s));
    check_fails(finish_time(span, 3s, 3s), "g returned after 2 s instead of 3 s");
    check_fails(finish_time(span, 3s, 4s), "g returned after 2 s, before 3 s had passed");
    check_fails(finish_time(span, 0s, 1s), "g returned after 2 s, later than 1 s");
}

TEST_CASE("finish_time: who does not return has no finish time") {
    Tale tale;
    tale.call("f").lets_cancellation_through();
    check_fails(finish_time(tale.timeline().calls.at(0), 0s, 3s), "f did not return");
}

TEST_CASE("order_kept: every place has the text that was wanted there") {
    check_holds(order_kept({"from A", "from B"}, {"A", "B"}, 0s));
    check_fails(order_kept({"from B", "from A"}, {"A", "B"}, 0s),
                "answer 1 should be the one of A, and is \"from B\"");
    check_fails(order_kept({"from A"}, {"A", "B"}, 0s), "1 texts instead of 2");
}

TEST_CASE("said_in_order: each text stands after the one before it, in one print or in many") {
    Tale tale;
    tale.call("f").prints(1, "sent\nread\n").prints(2, "done\n").returns();
    check_holds(said_in_order(tale.timeline(), 0, {"sent", "read", "done"}));
    check_holds(said_in_order(tale.timeline(), 0, {"sent", "done"}));
    check_fails(said_in_order(tale.timeline(), 0, {"done", "sent"}),
                "\"sent\" was printed too early: not after all that should stand before it");
    check_fails(said_in_order(tale.timeline(), 0, {"sent", "lost"}), "\"lost\" was never printed");
}

TEST_CASE("overlap and peak: beside a wait that holds up the loop nothing goes on") {
    Tale tale;
    tale.call("f").sleeps(1, 1s).blocks(2, 3s).wakes(1).returns();
    const std::string words =
        "work2 blocked the loop for 3 s at line 20 (sleep): nothing else could run; use co_await aio::sleep";
    check_fails(overlap(group_of(tale)), words);
    check_fails(peak(group_of(tale), {2, 2}), words);
    check_holds(peak(group_of(tale), {0, 2}));
}
