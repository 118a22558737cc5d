#include "grader/exercise/matching.hpp"
#include "tests/grader/growth.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

using namespace grader;

TEST_CASE("can_be_matched: every row needs a column of its own") {
    CHECK(can_be_matched({}, 0));
    CHECK(can_be_matched({{0}, {1}}, 2));
    CHECK(can_be_matched({{0, 1}, {0}}, 2));
    CHECK(can_be_matched({{0, 1}, {1, 2}, {0}}, 3));
    CHECK_FALSE(can_be_matched({{0}, {0}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {1}}, 3));
    CHECK_FALSE(can_be_matched({{0}, {-1}}, 2));
    CHECK_FALSE(can_be_matched({{0}, {2}}, 2));
    CHECK_FALSE(can_be_matched({{0, 1}, {0, 1}, {0, 1}}, 3));
    CHECK_FALSE(can_be_matched({}, -1));
}

TEST_CASE("can_be_matched: where one must push aside another, and that one a third, and so on, it is found") {
    constexpr int rows = 50'000;
    std::vector<std::vector<int>> allowed;
    for (int row = 0; row + 1 < rows; ++row) allowed.push_back({row, row + 1});
    allowed.push_back({0});  // pushes all others to their second
    CHECK(can_be_matched(allowed, rows));
    allowed.back() = {rows};
    CHECK_FALSE(can_be_matched(allowed, rows));
}

TEST_CASE("can_be_matched: grows no faster than what it is given") {
    const auto growing = [](bool can) {
        return growth::of_four_times(20'000, [can](std::size_t size) {
            std::vector<std::vector<int>> allowed;
            const int rows = static_cast<int>(size);
            for (int row = 0; row < rows; ++row)
                allowed.push_back({row, (row + 1) % rows, can ? 0 : row / 2});
            if (!can) allowed.front() = allowed.back() = {1};
            return [allowed, rows] { can_be_matched(allowed, rows); };
        });
    };
    CHECK(growing(true) < growth::near_linear);
    CHECK(growing(false) < growth::near_linear);
}
