#include "grader/exercise/measures.hpp"
#include "tests/grader/crawls_by_hand.hpp"
#include "tests/grader/findings.hpp"

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// A crawl of 2 pages, then one of 5; the last is compared with the run "alone".
Scenario twice() {
    Scenario scenario = calling({crawl(2, 1), crawl(5, 4)});
    scenario.alone = "alone";
    return scenario;
}

/// The second of two calls against the same call alone.
Finding compare(Tale& both, Tale& alone, std::size_t call = 1) {
    Timelines all;
    all.emplace("alone", alone.timeline());
    return same_as_alone(both.timeline(), call, all);
}

}  // namespace

TEST_CASE("same_as_alone: a second call that does what it does alone holds") {
    Tale alone(calling({crawl(5, 4)}));
    crawl_in_waves(alone, 5, 4);
    Tale both(twice());
    crawl_in_waves(both, 2, 1);
    crawl_in_waves(both.at(both.now() + 1ns), 5, 4);
    check_holds(compare(both, alone));
}

TEST_CASE("same_as_alone: a second call with the first one's limit fails") {
    Tale alone(calling({crawl(5, 4)}));
    crawl_in_waves(alone, 5, 4);
    Tale both(twice());
    crawl_in_waves(both, 2, 1);
    crawl_in_waves(both, 5, 1);
    check_fails(compare(both, alone),
                "the same call has 5 waits in 2 s alone, and 5 in 5 s after another call");
}

TEST_CASE("same_as_alone: a second call that comes to another end, or gives another result, fails") {
    Tale alone;
    alone.call("count").sleeps_through(1, 1s).result("result", "1").returns();
    Tale more(twice());
    more.call("count").sleeps_through(1, 1s).result("result", "1").returns();
    more.call("count").sleeps_through(1, 1s).result("result", "2").returns();
    check_fails(compare(more, alone), "after another call, the call does not give the same result as alone");
    Tale throws(twice());
    throws.call("count").returns().call("count").sleeps_through(1, 1s).raises();
    CHECK_FALSE(compare(throws, alone).holds);
}

TEST_CASE("same_as_alone: where nothing is to be compared it says nothing, and throws nothing") {
    Tale alone(calling({crawl(5, 4)}));
    crawl_in_waves(alone, 5, 4);
    Tale both(twice());
    crawl_in_waves(both, 2, 1);
    crawl_in_waves(both, 5, 4);
    check_says_nothing(compare(both, alone, 0));  // only the last call is made alone, too
    check_says_nothing(same_as_alone(both.timeline(), 1, Timelines()));  // it was not played
    Tale nothing(calling({crawl(5, 4)}));
    check_says_nothing(compare(both, nothing));  // it did not get as far as the call
    Tale not_compared(calling({crawl(2, 1), crawl(5, 4)}));
    crawl_in_waves(not_compared, 2, 1);
    crawl_in_waves(not_compared, 5, 4);
    check_says_nothing(compare(not_compared, alone));
}

TEST_CASE("same_as_alone: a call that does nothing has shown nothing; a call that only gives a result has") {
    Tale alone;
    alone.call("crawl").result("slots.given_back", "yes").returns();
    Tale both(twice());
    both.call("crawl").returns().call("crawl").result("slots.given_back", "yes").returns();
    check_says_nothing(compare(both, alone));
    Tale gives_alone;
    gives_alone.call("count").result("result", "1").returns();
    Tale gives(twice());
    gives.call("count").returns().call("count").result("result", "1").returns();
    check_holds(compare(gives, gives_alone));
}
