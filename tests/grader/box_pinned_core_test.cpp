#include "grader/box/pinned_core.hpp"

#include <doctest/doctest.h>

#include <set>

using grader::PinnedCore;

namespace {

int cores_allowed() {
    cpu_set_t cores;
    REQUIRE(::sched_getaffinity(0, sizeof cores, &cores) == 0);
    return CPU_COUNT(&cores);
}

}  // namespace

TEST_CASE("the grader stays on one core for a while, and then goes where it could before") {
    const int before = cores_allowed();
    const int core = PinnedCore::next();
    {
        const PinnedCore here(core);
        CHECK(cores_allowed() == 1);
        CHECK(::sched_getcpu() == core);
    }
    CHECK(cores_allowed() == before);
}

TEST_CASE("of several at once only the first moves the grader, in whatever order they end") {
    const int before = cores_allowed();
    const int first = PinnedCore::next();
    const int second = PinnedCore::next();
    auto* one = new PinnedCore(first);
    auto* other = new PinnedCore(second);
    CHECK(::sched_getcpu() == first);
    delete one;
    CHECK(cores_allowed() == before);
    delete other;
    CHECK(cores_allowed() == before);
}

TEST_CASE("every core gets its turn") {
    std::set<int> given;
    for (int i = 0; i < cores_allowed(); ++i) given.insert(PinnedCore::next());
    CHECK(static_cast<int>(given.size()) == cores_allowed());
}
