#include "grader/exercise/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <optional>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

Group group_of(Tale& tale) { return all_waits(tale.timeline(), 0); }

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
    check_fails(finding, "work2 began only at 2 s, but work1 had ended at 2 s");
    CHECK(finding.line == 20);
    CHECK(finding.at == Time(2s));
}

TEST_CASE("overlap: one wait overlaps with nothing") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).returns();
    check_fails(overlap(group_of(tale)), "1 wait: it takes two to overlap");
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

TEST_CASE("peak and limit_used: a call that waits for nothing has kept no limit, and used none") {
    Tale tale;
    tale.call("f").returns();
    check_fails(peak(group_of(tale), {0, 3}), "there were no waits at all");
    check_fails(limit_used(group_of(tale), 3, 0s), "there were no waits at all");
}

TEST_CASE("limit_used: a slot that is empty while there is more to do fails") {
    Tale tale;
    one_and_another(tale, 1s);
    check_fails(limit_used(group_of(tale), 2, 0s),
                "at 0 s, 1 of 2 were under way although 1 wait had not begun yet");
    check_holds(limit_used(group_of(tale), 1, 0s));
}

TEST_CASE("before: all of the first are over when one of the others begins") {
    Tale right;
    one_and_another(right, 2s);
    check_holds(before(group_of(right, 1), group_of(right, 2)));
    Tale wrong;
    one_and_another(wrong, 1999ms);
    check_fails(before(group_of(wrong, 1), group_of(wrong, 2)),
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

TEST_CASE("overlap and peak: beside a wait that holds up the loop nothing goes on") {
    Tale tale;
    tale.call("f").sleeps(1, 1s).blocks(2, 3s).wakes(1).returns();
    const std::string words =
        "work2 blocked the loop for 3 s at line 20 (sleep): nothing else could run; use co_await aio::sleep";
    check_fails(overlap(group_of(tale)), words);
    check_fails(peak(group_of(tale), {2, 2}), words);
    check_holds(peak(group_of(tale), {0, 2}));
}

TEST_CASE("never_idle: from begin to end at least one is under way") {
    Tale right;
    one_and_another(right, 2s);
    check_holds(never_idle(group_of(right), 0s, 3s));
    check_holds(never_idle(group_of(right, 2), 2s, 3s));
    const Finding early = never_idle(group_of(right, 2), 0s, 3s);
    check_fails(early, "at 0 s nothing was under way, although there was more to do");
    check_fails(never_idle(group_of(right), 0s, 3001ms),
                "at 3 s nothing was under way, although there was more to do");
    Tale gap;
    one_and_another(gap, 2001ms);
    const Finding finding = never_idle(group_of(gap), 0s, 3s);
    check_fails(finding, "at 2 s nothing was under way, although there was more to do");
    CHECK(finding.at == Time(2s));
    Tale nothing;
    check_fails(never_idle(group_of(nothing.call("f").returns()), 0s, 0s), "there were no waits at all");
}

TEST_CASE("rate: so many begin in any stretch of this length, and no more") {
    Tale tale;
    tale.call("f");
    for (std::uint32_t who = 1; who <= 6; ++who) tale.sleeps_through(who, 400ms);  // at 0, 0.4, 0.8, 1.2 …
    tale.returns();
    check_holds(rate(group_of(tale), 3, 1200ms));
    check_holds(rate(group_of(tale), 1, 400ms));
    const Finding finding = rate(group_of(tale), 2, 801ms);
    check_fails(finding, "3 waits began within 0.8 s; at most 2 may");
    CHECK(finding.at == Time(800ms));
    CHECK(finding.line == 30);
}

TEST_CASE(
    "rate: one that begins exactly that much later is in the next stretch, and a burst in the middle fails") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(2, 1s).sleeps(3, 1s).sleeps(4, 1s).sleeps(5, 1s);
    tale.at(3s).wakes(3).wakes(4).wakes(5).returns();
    check_holds(rate(group_of(tale), 3, 1s));
    check_fails(rate(group_of(tale), 2, 1s), "3 waits began within 0 s; at most 2 may");
}

TEST_CASE("never_together: one that begins when the other ends is not beside it") {
    Tale right;
    one_and_another(right, 2s);
    check_holds(never_together(group_of(right, 1), group_of(right, 2)));
    check_holds(never_together(group_of(right, 2), group_of(right, 1)));
    check_holds(never_together(group_of(right, 1), group_of(right, 3)));
    Tale wrong;
    one_and_another(wrong, 1s);
    const Finding finding = never_together(group_of(wrong, 1), group_of(wrong, 2));
    check_fails(finding, "at 1 s, work1 (line 10) and work2 (line 20) were under way at the same time");
    CHECK(finding.line == 20);
}

TEST_CASE("never_together: who is named is still under way, and not one that was over before") {
    Tale tale;
    tale.call("f")
        .sleeps(1, 10s)
        .at(5s)
        .sleeps(2, 1s)
        .at(6s)
        .wakes(2)
        .at(8s)
        .sleeps(3, 1s)
        .at(9s)
        .wakes(3)
        .at(10s)
        .wakes(1)
        .returns();
    Group both = group_of(tale);
    std::erase_if(both.waits, [](const Wait& wait) { return wait.task_id == 3; });
    check_fails(never_together(both, group_of(tale, 3)),
                "at 8 s, work1 (line 10) and work3 (line 30) were under way at the same time");
}

TEST_CASE(
    "wait_number: the wait of that number is there, begins and ends then, or as much later as timers are "
    "late") {
    Tale tale;
    one_and_another(tale, 1s);
    check_holds(wait_number(group_of(tale), 1, Time(0s), Time(2s), 0s));
    check_holds(wait_number(group_of(tale), 2, Time(1s), std::nullopt, 0s));
    check_holds(wait_number(group_of(tale), 2, std::nullopt, std::nullopt, 0s));
    check_fails(wait_number(group_of(tale), 2, Time(900ms), std::nullopt, 0s),
                "wait number 2 began at 1 s instead of 0.9 s");
    check_holds(wait_number(group_of(tale), 2, Time(900ms), Time(1900ms), 100ms));
    check_fails(wait_number(group_of(tale), 2, Time(1s), Time(2001ms), 1s),
                "wait number 2 ended at 2 s instead of 2.001 s");
    check_fails(wait_number(group_of(tale), 3, std::nullopt, std::nullopt, 0s),
                "there were 2 waits; number 3 is missing");
}
