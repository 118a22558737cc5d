#include "grader/rubric/crawler_measures.hpp"
#include "tests/grader/crawls_by_hand.hpp"

#include <doctest/doctest.h>

using namespace by_hand;
using namespace grader;

namespace {

/// The second of two crawls against the same crawl alone.
Finding compare(Tale& twice, Tale& alone) {
    Timelines all;
    all.emplace("alone", alone.timeline());
    return calls_independent(twice.timeline(), all);
}

}  // namespace

TEST_CASE("calls_independent: a second crawl that does what it does alone holds") {
    Tale alone(crawl(5, 4));
    crawl_in_waves(alone, 5, 4);
    Tale twice(crawls({{2, 1}, {5, 4}}));
    crawl_in_waves(twice, 2, 1);
    crawl_in_waves(twice.at(twice.now() + 1ns), 5, 4);
    CHECK(compare(twice, alone).holds);
}

TEST_CASE("calls_independent: a second crawl with the first one's limit fails") {
    Tale alone(crawl(5, 4));
    crawl_in_waves(alone, 5, 4);
    Tale twice(crawls({{2, 1}, {5, 4}}));
    crawl_in_waves(twice, 2, 1);
    crawl_in_waves(twice, 5, 1);
    check_fails(compare(twice, alone),
                "the same crawl makes 5 downloads in 2 s alone, and 5 in 5 s after another crawl");
}

TEST_CASE("calls_independent: a second crawl that never began, or downloads nothing, fails") {
    Tale alone(crawl(5, 4));
    crawl_in_waves(alone, 5, 4);
    Tale once(crawls({{2, 1}, {5, 4}}));
    crawl_in_waves(once, 2, 1);
    check_fails(compare(once, alone), "the second crawl never began");
    Tale empty(crawls({{2, 1}, {5, 4}}));
    crawl_in_waves(empty, 2, 1);
    check_fails(compare(empty.call("crawl").returns(), alone), "no page was downloaded to the end");
}

TEST_CASE("calls_independent: where the crawl alone came to nothing, it fails and throws nothing") {
    Tale twice(crawls({{2, 1}, {5, 4}}));
    crawl_in_waves(twice, 2, 1);
    crawl_in_waves(twice, 5, 4);
    Tale nothing(crawl(5, 4));
    check_fails(compare(twice, nothing), "the crawl alone did not come to its end");
    check_fails(calls_independent(twice.timeline(), Timelines()), "the crawl alone did not come to its end");
}

TEST_CASE("crawler measures: a download may be made of pieces, where download() alone is") {
    Scenario alone_scenario;
    alone_scenario.script.calls.push_back({"download", {}});
    Tale alone(alone_scenario);
    alone.call("download");
    for (int piece = 0; piece < 4; ++piece) alone.sleeps_through(1, 250ms);
    alone.returns();
    Timelines all;
    all.emplace("download", alone.timeline());

    Tale tale(crawl(2, 1));
    tale.call("crawl");
    for (std::uint32_t who = 1; who <= 2; ++who) {
        tale.prints(who, "page " + std::to_string(who - 1));
        for (int piece = 0; piece < 4; ++piece) tale.sleeps_through(who, 250ms);
    }
    tale.returns();
    for (const auto& measure : {says_page, every_page_once, limit_kept, slots_used}) {
        CHECK(measure(tale.timeline(), all).holds);
    }
    CHECK_FALSE(every_page_once(tale.timeline(), Timelines()).holds);
}

TEST_CASE("crawler measures: who says the page before there is a slot loses says-page only") {
    Tale tale(crawl(2, 1));
    tale.call("crawl").prints(1, "page 0").prints(2, "page 1");
    tale.sleeps_through(1, 1s).sleeps_through(2, 1s).returns();
    CHECK_FALSE(says_page(tale.timeline(), Timelines()).holds);
    CHECK(every_page_once(tale.timeline(), Timelines()).holds);
}

TEST_CASE("crawler measures: pages of another length lose every-page-once, where download() alone is right") {
    Scenario alone_scenario;
    alone_scenario.script.calls.push_back({"download", {}});
    Tale alone(alone_scenario);
    alone.call("download").sleeps_through(1, 1s).returns();
    Timelines all;
    all.emplace("download", alone.timeline());

    Tale tale(crawl(1, 1));
    tale.call("crawl").prints(1, "page 0").sleeps_through(1, 300ms).returns();
    check_fails(every_page_once(tale.timeline(), all), "0.3 s instead of 1 s");
    CHECK(every_page_once(tale.timeline(), Timelines()).holds);
}
