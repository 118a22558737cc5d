#include "grader/exercise/measures.hpp"
#include "tests/grader/crawls_by_hand.hpp"
#include "tests/grader/findings.hpp"

#include <functional>
#include <string>
#include <vector>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// What a measure finds in the waits of 1 s of the first call.
Finding of_a_second(Tale& tale, bool or_all,
                    const std::function<Finding(const Timeline&, const Group&)>& measure) {
    const Timeline here = tale.timeline();
    return in_best_reading(readings(here, 0, {{1s}, {}}, or_all),
                           [&](const Group& group) { return measure(here, group); });
}

Finding every_page_once(Tale& tale, std::int64_t pages) {
    return of_a_second(tale, false, [pages](const Timeline& here, const Group& group) {
        return each_once(here, 0, group, pages);
    });
}

Finding says_pages(Tale& tale, std::int64_t pages) {
    return of_a_second(tale, true, [pages](const Timeline& here, const Group& group) {
        return says_numbers(here, 0, group, pages);
    });
}

Finding says_page(Tale& tale, std::int64_t page) {
    return of_a_second(tale, true, [page](const Timeline& here, const Group& group) {
        return says_number(here, 0, group, page);
    });
}

Finding limit_kept(Tale& tale, std::int64_t limit) {
    return of_a_second(tale, true,
                       [limit](const Timeline&, const Group& group) { return peak(group, {0, limit}); });
}

Finding slots_used(Tale& tale, std::int64_t limit) {
    return of_a_second(tale, true,
                       [limit](const Timeline&, const Group& group) { return limit_used(group, limit, 0s); });
}

}  // namespace

TEST_CASE("a crawl in waves holds in every measure of one crawl") {
    Tale tale;
    crawl_in_waves(tale, 10, 3);
    check_holds(every_page_once(tale, 10));
    check_holds(says_pages(tale, 10));
    check_holds(limit_kept(tale, 3));
    check_holds(slots_used(tale, 3));
}

TEST_CASE("says_number: no number when a wait starts fails") {
    Tale tale;
    tale.call("crawl").prints(1, "a page starts").sleeps_through(1, 1s).prints(1, "page 0 done").returns();
    const Finding finding = says_pages(tale, 1);
    check_fails(finding, "nothing with a number in it was printed when a wait began");
    CHECK(finding.line == 10);
}

TEST_CASE("says_number: where its own task prints none, what another one prints at that moment counts") {
    Tale tale;
    tale.call("crawl").prints(2, "page 0").sleeps_through(1, 1s).returns();
    check_holds(says_pages(tale, 1));
    check_holds(says_page(tale, 0));
    Tale earlier;
    earlier.call("crawl").prints(2, "page 0").at(1ms).sleeps_through(1, 1s).returns();
    check_fails(says_pages(earlier, 1), "nothing with a number in it was printed when a wait began");
}

TEST_CASE("says_number: one that is told its number must print that one") {
    Tale tale;
    tale.call("download").at(500ms).prints(1, "page 5").sleeps_through(1, 1s).returns();
    check_fails(says_page(tale, 4), "number 4 began, and what was printed has no 4 in it");
    Tale right;
    right.call("download").at(500ms).prints(1, "page 4").sleeps_through(1, 1s).returns();
    check_holds(says_page(right, 4));
}

TEST_CASE("says_number: no wait at all fails, unless none was asked for") {
    Tale tale;
    tale.call("crawl").returns();
    check_fails(says_pages(tale, 1), "nothing began");
    check_fails(says_page(tale, 1), "nothing began");
    check_holds(says_pages(tale, 0));
}

TEST_CASE("says_number: a task that says the page before there is a slot loses this measure only") {
    Tale tale;
    tale.call("crawl").prints(1, "page 0").prints(2, "page 1");
    tale.sleeps_through(1, 1s).sleeps_through(2, 1s).returns();
    CHECK_FALSE(says_pages(tale, 2).holds);
    check_holds(every_page_once(tale, 2));
}

TEST_CASE("says_number: a task that says it only at the end of a wait loses this measure") {
    Tale tale;
    tale.call("crawl");
    for (std::uint32_t page = 0; page < 2; ++page)
        tale.prints(1, "page 7").sleeps_through(1, 1s).prints(1, std::to_string(page));
    tale.returns();
    CHECK_FALSE(says_pages(tale, 2).holds);
}

TEST_CASE("each_once: a wait missing or one too many fails") {
    for (const std::uint32_t downloads : {2U, 4U}) {
        Tale tale;
        crawl_in_waves(tale, downloads, 1);
        check_fails(every_page_once(tale, 3), std::to_string(downloads) + " waits of 1 s; there should be 3");
    }
}

TEST_CASE("each_once: one number twice and another not at all fails") {
    Tale tale;
    tale.call("crawl")
        .prints(1, "page 1")
        .sleeps_through(1, 1s)
        .prints(2, "page 1")
        .sleeps_through(2, 1s)
        .returns();
    check_fails(every_page_once(tale, 2), "there were 2 waits of 1 s, but none of them printed number 0");
}

TEST_CASE("each_once: every number is seen, but two waits share the only one of theirs") {
    Tale tale;
    tale.call("crawl").prints(1, "page 0, 1 or 2").sleeps_through(1, 1s);
    tale.prints(2, "page 0").sleeps_through(2, 1s).prints(3, "page 0").sleeps_through(3, 1s).returns();
    check_fails(every_page_once(tale, 3), "one number came twice, and another one not at all");
}

TEST_CASE("each_once: a program that prints no number is judged by the number of waits") {
    Tale tale;
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(1s).wakes(1).wakes(2).returns();
    check_holds(every_page_once(tale, 2));
}

TEST_CASE("each_once: no wait at all is right where none was asked for") {
    Tale tale;
    check_holds(every_page_once(tale.call("crawl").returns(), 0));
}

TEST_CASE("each_once: a call that returns before its waits are over fails") {
    Tale tale;
    tale.call("crawl");
    starts(tale, 1);
    tale.at(500ms).returns().at(1s).is_cancelled(1);
    check_fails(every_page_once(tale, 1), "crawl returned at 0.5 s, before all waits of 1 s were over");
}

TEST_CASE("each_once: a call that does not return fails") {
    Tale tale;
    check_fails(every_page_once(tale.call("crawl"), 1), "crawl did not return");
}

TEST_CASE("each_once: waits of another length are none of them") {
    Tale tale;
    tale.call("crawl").prints(1, "page 0").sleeps_through(1, 300ms).returns();
    check_fails(every_page_once(tale, 1), "0 waits of 1 s; there should be 1");
}

TEST_CASE("a limit is kept: one wait more than allowed fails at that moment") {
    Tale tale;
    crawl_in_waves(tale, 8, 4);
    const Finding finding = limit_kept(tale, 3);
    check_fails(finding, "4 waits of 1 s at once; the limit is 3");
    CHECK(finding.at == Time(0s));
    CHECK(finding.line != 0);
}

TEST_CASE("a limit is kept: a slot taken at the very moment it becomes free is not one too many") {
    Tale tale;
    crawl_in_waves(tale, 3, 1);
    check_holds(limit_kept(tale, 1));
}

TEST_CASE("a limit is used: one after the other fails, and says how many were under way") {
    Tale tale;
    crawl_in_waves(tale, 10, 1);
    check_fails(slots_used(tale, 3),
                "at 0 s, 1 of 3 were under way although 9 waits of 1 s had not begun yet");
}

TEST_CASE("a limit is used: a slot that stays empty until a whole batch is over fails") {
    Tale tale;
    tale.call("crawl")
        .sleeps(1, 1s)
        .sleeps(2, 1s)
        .at(1010ms)
        .wakes(1)
        .at(1020ms)
        .wakes(2)
        .sleeps(3, 1s)
        .sleeps(4, 1s);
    tale.at(2100ms).wakes(3).wakes(4).returns();
    const Finding finding = slots_used(tale, 2);
    check_fails(finding, "at 1.01 s, 1 of 2 were under way although 2 waits of 1 s had not begun yet");
    CHECK(finding.at == Time(1010ms));
}

TEST_CASE("waits that are told by numbers may be made of pieces") {
    Tale tale;
    tale.call("crawl");
    for (std::uint32_t who = 1; who <= 2; ++who) {
        tale.prints(who, "page " + std::to_string(who - 1));
        for (int piece = 0; piece < 4; ++piece) tale.sleeps_through(who, 250ms);
    }
    tale.returns();
    check_holds(every_page_once(tale, 2));
    check_holds(says_pages(tale, 2));
    check_holds(limit_kept(tale, 1));
    check_holds(slots_used(tale, 1));
}

TEST_CASE("each_waits: each length has a wait of its own that begins at that moment") {
    Tale tale;
    tale.call("forecast")
        .sleeps(1, 1s)
        .sleeps(2, 3s)
        .sleeps(3, 1s)
        .at(1s)
        .wakes(1)
        .wakes(3)
        .at(3s)
        .wakes(2)
        .returns();
    check_holds(each_waits(tale.timeline(), 0, {1s, 3s, 1s}, 0s));
    check_holds(each_waits(tale.timeline(), 0, {3s}, 0s));
    check_holds(each_waits(tale.timeline(), 0, {0s, 3s}, 0s));  // one of no length cannot be seen
    check_holds(each_waits(tale.timeline(), 0, {}, 0s));
    check_fails(each_waits(tale.timeline(), 0, {1s, 1s, 1s}, 0s), "2 of 3 began");
    check_fails(each_waits(tale.timeline(), 0, {2s}, 0s), "0 of 1 began");
    check_fails(each_waits(tale.timeline(), 0, {1s}, 500ms), "0 of 1 began");
}

TEST_CASE("each_waits: one that begins later fails, at its line") {
    Tale tale;
    tale.call("forecast").sleeps_through(1, 1s).sleeps_through(2, 3s).returns();
    const Finding finding = each_waits(tale.timeline(), 0, {1s, 3s}, 0s);
    check_fails(finding, "1 of 2 began at once, the next one only 1 s later");
    CHECK(finding.line == 20);
    CHECK(finding.at == Time(1s));
}

TEST_CASE("each_waits: one that holds up the loop fails for that") {
    Tale tale;
    tale.call("forecast").blocks(1, 1s).returns();
    check_fails(
        each_waits(tale.timeline(), 0, {1s}, 0s),
        "work1 blocked the loop for 1 s at line 10 (sleep): nothing else could run; use co_await aio::sleep");
}

TEST_CASE(
    "each_waits: a wait may be made of pieces, and of one that was cut short nobody knows what was to come") {
    Tale pieces;
    pieces.call("forecast")
        .sleeps(1, 500ms)
        .sleeps(2, 2s)
        .at(500ms)
        .wakes(1)
        .sleeps(1, 500ms)
        .at(1s)
        .wakes(1)
        .at(2s)
        .wakes(2)
        .returns();
    check_holds(each_waits(pieces.timeline(), 0, {1s, 2s}, 0s));
    check_fails(each_waits(pieces.timeline(), 0, {1500ms, 2s}, 0s), "1 of 2 began");
    Tale cut;
    cut.call("forecast")
        .sleeps(1, 500ms)
        .at(500ms)
        .wakes(1)
        .sleeps(1, 500ms)
        .at(800ms)
        .is_cancelled(1)
        .returns();
    check_holds(each_waits(cut.timeline(), 0, {5s}, 0s));
    check_fails(each_waits(cut.timeline(), 0, {900ms}, 0s), "0 of 1 began");
}
