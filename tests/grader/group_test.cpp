#include "grader/exercise/group.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <string>
#include <vector>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// How many waits there are in each reading.
std::vector<std::size_t> sizes(Tale& tale, const Choice& choice, bool or_all = false) {
    std::vector<std::size_t> all;
    for (const Group& one : readings(tale.timeline(), 0, choice, or_all)) all.push_back(one.waits.size());
    return all;
}

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("waits_of_length: awaited waits of a length are those of exactly that length") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(2, 1001ms).sleeps_through(3, 999ms);
    CHECK(waits_of_length(tale.timeline(), 0, 1s).size() == 1);
}

TEST_CASE("waits_of_length: blocking waits of a length may be a little longer, and no shorter") {
    Tale tale;
    tale.call("f").blocks(1, 1010ms).blocks(2, 1s).blocks(3, 1011ms).blocks(4, 999ms);
    CHECK(waits_of_length(tale.timeline(), 0, 1s).size() == 2);
}

TEST_CASE("waits_joined: pieces that follow each other in one task are one wait") {
    Tale tale;
    tale.call("f").sleeps_through(1, 500ms).sleeps_through(1, 500ms).sleeps_through(1, 2s).sleeps_through(
        2, 500ms);
    const std::vector<Wait> joined = waits_joined(tale.timeline(), 0, 1s, Pieces::as_planned);
    REQUIRE(joined.size() == 1);
    CHECK(joined.front().begin == Time(0s));
    CHECK(joined.front().end == Time(1s));
    CHECK(joined.front().planned == Time(1s));
}

TEST_CASE("waits_joined: a gap, another task, too much of it, and a loop held up make no whole of pieces") {
    Tale gap;
    gap.call("f").sleeps_through(1, 500ms).at(501ms).sleeps_through(1, 500ms);
    CHECK(waits_joined(gap.timeline(), 0, 1s, Pieces::as_planned).empty());
    Tale others;
    others.call("f").sleeps_through(1, 500ms).sleeps_through(2, 500ms);
    CHECK(waits_joined(others.timeline(), 0, 1s, Pieces::as_planned).empty());
    Tale too_much;
    too_much.call("f").sleeps_through(1, 600ms).sleeps_through(1, 600ms);
    CHECK(waits_joined(too_much.timeline(), 0, 1s, Pieces::as_planned).empty());
    Tale blocked;
    blocked.call("f").sleeps_through(1, 500ms).blocks(1, 500ms).sleeps_through(1, 500ms);
    CHECK(waits_joined(blocked.timeline(), 0, 1s, Pieces::as_planned).empty());
}

TEST_CASE("waits_joined: what was cancelled on the way is no whole, and pieces of two tasks are told apart") {
    Tale cancelled;
    cancelled.call("f").sleeps_through(1, 500ms).sleeps(1, 500ms).at(700ms).is_cancelled(1).sleeps_through(
        1, 500ms);
    const std::vector<Wait> whole = waits_joined(cancelled.timeline(), 0, 1s, Pieces::as_planned);
    REQUIRE(whole.size() == 1);
    CHECK(whole.front().how == Wait::End::cancelled);
    Tale two;
    two.call("f");
    for (int piece = 0; piece < 2; ++piece)
        two.sleeps(1, 500ms).sleeps(2, 500ms).at(two.now() + 500ms).wakes(1).wakes(2);
    CHECK(waits_joined(two.timeline(), 0, 1s, Pieces::as_planned).size() == 2);
}

TEST_CASE("waits_joined: by the clock, one that looks at it needs fewer pieces when timers are late") {
    Tale tale(calling({{"f", {}}}, 7));
    tale.call("f").sleeps_late(1, 400ms, 100ms).sleeps_late(1, 400ms, 100ms).returns();
    CHECK(waits_joined(tale.timeline(), 0, 1s, Pieces::by_the_clock).size() == 1);
    CHECK(waits_joined(tale.timeline(), 0, 1s, Pieces::as_planned).empty());
}

TEST_CASE("readings: by the clock is a third reading, where timers are late") {
    for (const std::uint64_t late_seed : {0U, 7U}) {
        Tale tale(calling({{"f", {}}}, late_seed));
        tale.call("f")
            .sleeps_late(1, 1s, 1ms)
            .sleeps_late(1, 400ms, 100ms)
            .sleeps_late(1, 400ms, 100ms)
            .returns();
        CHECK(sizes(tale, {{1s}, {}}) == (late_seed != 0 ? Sizes{1, 2} : Sizes{1}));
    }
}

TEST_CASE("readings: waits in one piece and in several are two readings, where they differ") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(1, 500ms).sleeps_through(1, 500ms).returns();
    CHECK(sizes(tale, {{1s}, {}}) == Sizes{1, 2});
    CHECK(sizes(tale, {{500ms}, {}}) == Sizes{2});
    CHECK(sizes(tale, {{1s, 500ms}, {}}) == Sizes{3});
    CHECK(sizes(tale, {}) == Sizes{3});
    CHECK(sizes(tale, {{}, {"work1"}}) == Sizes{3});
    CHECK(sizes(tale, {{}, {"work2"}}) == Sizes{0});
    CHECK(sizes(tale, {{1s}, {"work1"}}).front() == 3);
}

TEST_CASE("readings: where no wait is of such a length, all are looked at, if that is asked for") {
    Tale tale;
    tale.call("f").sleeps_through(1, 1s).sleeps_through(2, 1s).returns();
    CHECK(sizes(tale, {{2s}, {}}, true) == Sizes{2});
    CHECK(sizes(tale, {{2s}, {}}, false) == Sizes{0});
    CHECK(sizes(tale, {{}, {"work3"}}, true) == Sizes{0});
}

TEST_CASE("in_best_reading: one reading in which it holds is enough; else what the first one says") {
    const std::vector<Group> two{Group(), Group{{Wait()}}};
    const auto has = [&](std::size_t size) {
        return in_best_reading(two, [size](const Group& group) {
            return group.waits.size() == size
                       ? holds()
                       : fails(bilingual(std::to_string(group.waits.size()) + " waits",
                                         std::to_string(group.waits.size()) + " attentes"));
        });
    };
    check_holds(has(0));
    check_holds(has(1));
    check_fails(has(2), "0 waits");
}

TEST_CASE("a group is counted in the words of its number") {
    Tale tale;
    tale.call("f").sleeps_through(1, 2s).returns();
    const Group group = readings(tale.timeline(), 0, {{2s}, {}}, false).front();
    CHECK(group.counted(1).in(Language::english) == "1 wait of 2 s");
    CHECK(group.counted(0).in(Language::english) == "0 waits of 2 s");
    CHECK(group.counted(0).in(french()) == "0 attente de 2 s");
    CHECK(group.counted(3).in(french()) == "3 attentes de 2 s");
}

TEST_CASE("lateness_in: that of the latest chain of waits, and nothing where timers are on time") {
    Tale tale(calling({{"f", {}}, {"g", {}}}, 7));
    tale.call("f").sleeps(1, 1s).sleeps(2, 1s).at(1s + 5ms).wakes(1).sleeps(1, 1s).at(1s + 8ms).wakes(2);
    tale.at(2s + 5ms + 1ms).wakes(1).returns();
    CHECK(lateness_in(tale.timeline(), 0) == Time(8ms));  // 5 + 1 in one chain, 8 in the other
    tale.call("g").sleeps_late(1, 1s, 2ms).sleeps_late(1, 1s, 3ms).returns();
    CHECK(lateness_in(tale.timeline(), 0) == Time(8ms));
    CHECK(lateness_in(tale.timeline(), 1) == Time(5ms));
    Tale on_time;
    on_time.call("f").sleeps_late(1, 1s, 2ms).returns();
    CHECK(lateness_in(on_time.timeline(), 0) == Time(0s));
}

TEST_CASE("lateness_in: a timeout that ran out is a timer, too, and one that was cancelled is none") {
    Tale tale(calling({{"f", {}}}, 7));
    tale.call("f").arms(1, 3, 1s).awaits(1, Awaited::event).at(1s + 2ms).timeout_expires(1, 3).returns();
    CHECK(lateness_in(tale.timeline(), 0) == Time(2ms));
    Tale cancelled(calling({{"f", {}}}, 7));
    cancelled.call("f").sleeps(1, 1s).at(5s).is_cancelled(1).returns();
    CHECK(lateness_in(cancelled.timeline(), 0) == Time(0s));
}
