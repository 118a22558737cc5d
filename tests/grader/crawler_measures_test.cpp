#include "grader/rubric/crawler_measures.hpp"
#include "tests/grader/crawls_by_hand.hpp"

#include <doctest/doctest.h>

using namespace by_hand;
using namespace grader;

TEST_CASE("a crawl in waves holds in every measure of one crawl") {
    for (const auto& measure : {says_page, every_page_once, limit_kept, slots_used}) {
        Tale tale(crawl(10, 3));
        crawl_in_waves(tale, 10, 3);
        const Finding finding = look(measure, tale);
        CHECK_MESSAGE(finding.holds, finding.observed.in(Language::english));
        CHECK(finding.observed.empty());
    }
}

TEST_CASE("download_holds_slot: waits for the slot, awaits a second, gives it back") {
    Tale tale;
    tale.call("download")
        .at(500ms)
        .sleeps_through(1, 1s)
        .gives_slot_back(1)
        .result("slot_given_back", "yes")
        .returns();
    CHECK(look(download_holds_slot, tale).holds);
}

TEST_CASE("download_holds_slot: who does not wait for the slot fails") {
    Tale tale;
    tale.call("download").sleeps_through(1, 1s).gives_slot_back(1).result("slot_given_back", "yes").returns();
    check_fails(look(download_holds_slot, tale),
                "download() began at 0 s, while the only slot was taken until 0.5 s");
}

TEST_CASE("download_holds_slot: who does not wait at all fails") {
    Tale tale;
    tale.call("download").at(500ms).returns();
    check_fails(look(download_holds_slot, tale), "download() did not wait");
}

TEST_CASE("download_holds_slot: who waits another time fails") {
    Tale tale;
    tale.call("download")
        .at(500ms)
        .sleeps_through(1, 900ms)
        .gives_slot_back(1)
        .result("slot_given_back", "yes");
    check_fails(look(download_holds_slot, tale.returns()), "waited 0.9 s instead of 1 s");
}

TEST_CASE("download_holds_slot: who blocks the loop fails") {
    Tale tale;
    tale.call("download")
        .at(500ms)
        .blocks(1, 1s)
        .gives_slot_back(1)
        .result("slot_given_back", "yes")
        .returns();
    check_fails(look(download_holds_slot, tale), "blocked the loop for 1 s");
}

TEST_CASE("download_holds_slot: who keeps the slot fails") {
    Tale tale;
    tale.call("download").at(500ms).sleeps_through(1, 1s).result("slot_given_back", "no").returns();
    check_fails(look(download_holds_slot, tale), "the slot was not given back");
}

TEST_CASE("download_holds_slot: who gives the slot back in the middle of the wait fails") {
    Tale tale;
    tale.call("download").at(500ms).sleeps(1, 1s).at(1s).gives_slot_back(1).at(1500ms).wakes(1);
    tale.result("slot_given_back", "yes").returns();
    check_fails(look(download_holds_slot, tale),
                "the slot was given back at 1 s, the download was over at 1.5 s");
}

TEST_CASE("says_page: no number when a download starts fails") {
    Tale tale(crawl(1, 1));
    tale.call("crawl").prints(1, "a page starts").sleeps_through(1, 1s).prints(1, "page 0 done").returns();
    check_fails(look(says_page, tale), "nothing with a number in it was printed when a download started");
}

TEST_CASE("says_page: what another task prints at that moment does not count") {
    Tale tale(crawl(1, 1));
    tale.call("crawl").prints(2, "page 0").sleeps_through(1, 1s).returns();
    check_fails(look(says_page, tale), "nothing with a number in it");
}

TEST_CASE("says_page: download() alone must print the number it was given") {
    Tale tale;
    tale.call("download").at(500ms).prints(1, "page 5").sleeps_through(1, 1s).returns();
    check_fails(look(says_page, tale), "page 4 started, and what was printed has no 4 in it");
    Tale right;
    right.call("download").at(500ms).prints(1, "page 4").sleeps_through(1, 1s).returns();
    CHECK(look(says_page, right).holds);
}

TEST_CASE("says_page: no download at all fails") {
    Tale tale(crawl(1, 1));
    check_fails(look(says_page, tale.call("crawl").returns()), "no page started");
}

TEST_CASE("every_page_once: a page missing or one too many fails") {
    for (const std::uint32_t downloads : {2U, 4U}) {
        Tale tale(crawl(3, 1));
        crawl_in_waves(tale, downloads, 1);
        check_fails(look(every_page_once, tale), std::to_string(downloads) + " downloads for 3 pages");
    }
}

TEST_CASE("every_page_once: one page twice and another not at all fails") {
    Tale tale(crawl(2, 1));
    tale.call("crawl")
        .prints(1, "page 1")
        .sleeps_through(1, 1s)
        .prints(2, "page 1")
        .sleeps_through(2, 1s)
        .returns();
    check_fails(look(every_page_once, tale), "none of them printed page 0");
}

TEST_CASE("every_page_once: every number is seen, but two downloads share the only one of theirs") {
    Tale tale(crawl(3, 1));
    tale.call("crawl").prints(1, "page 0, 1 or 2").sleeps_through(1, 1s);
    tale.prints(2, "page 0").sleeps_through(2, 1s).prints(3, "page 0").sleeps_through(3, 1s).returns();
    check_fails(look(every_page_once, tale), "a page was downloaded twice, and another one not at all");
}

TEST_CASE("every_page_once: who prints no number is judged by the number of downloads") {
    Tale tale(crawl(2, 2));
    tale.call("crawl").sleeps(1, 1s).sleeps(2, 1s).at(1s).wakes(1).wakes(2).returns();
    CHECK(look(every_page_once, tale).holds);
}

TEST_CASE("every_page_once: no page at all is right where none was asked for") {
    Tale tale(crawl(0, 3));
    CHECK(look(every_page_once, tale.call("crawl").returns()).holds);
}

TEST_CASE("every_page_once: a crawl that returns before its downloads are over fails") {
    Tale tale(crawl(1, 1));
    tale.call("crawl");
    starts(tale, 1);
    tale.at(500ms).returns().at(1s).is_cancelled(1);
    check_fails(look(every_page_once, tale), "crawl() returned at 0.5 s, before all downloads were over");
}

TEST_CASE("every_page_once: a crawl that does not return fails") {
    Tale tale(crawl(1, 1));
    tale.call("crawl");
    check_fails(look(every_page_once, tale), "crawl did not return");
}

TEST_CASE("limit_kept: one download more than allowed fails at that moment") {
    Tale tale(crawl(10, 3));
    crawl_in_waves(tale, 8, 4);
    const Finding finding = look(limit_kept, tale);
    check_fails(finding, "4 downloads at once; the limit is 3");
    CHECK(finding.at == Time(0s));
    CHECK(finding.line != 0);
}

TEST_CASE("limit_kept: a slot taken at the very moment it becomes free is not one too many") {
    Tale tale(crawl(3, 1));
    crawl_in_waves(tale, 3, 1);
    CHECK(look(limit_kept, tale).holds);
}

TEST_CASE("limit_kept and slots_used: who downloads nothing has kept nothing") {
    for (const auto& measure : {limit_kept, slots_used}) {
        Tale tale(crawl(10, 3));
        tale.call("crawl").returns();
        check_fails(look(measure, tale), "no page was downloaded to the end");
    }
}

TEST_CASE("slots_used: one after the other fails, and says how many slots stood empty") {
    Tale tale(crawl(10, 3));
    crawl_in_waves(tale, 10, 1);
    check_fails(look(slots_used, tale), "1 of 3 slots were used");
}

TEST_CASE("slots_used: a slot that stays empty until a whole batch is over fails") {
    Tale tale(crawl(4, 2));
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
    const Finding finding = look(slots_used, tale);
    check_fails(finding, "at 1.01 s, 1 of 2 slots were used");
    CHECK(finding.at == Time(1010ms));
}
