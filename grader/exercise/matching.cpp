#include "grader/exercise/matching.hpp"

#include <algorithm>
#include <cstddef>

namespace grader {

namespace {

/// Hopcroft's and Karp's algorithm: each round follows all shortest augmenting paths at once, so that few
/// rounds are needed. It keeps its own stack, since such a way may be as long as there are rows.
class Matching {
public:
    Matching(const std::vector<std::vector<int>>& allowed, int columns)
        : allowed_(allowed),
          row_of_(static_cast<std::size_t>(columns), none),
          column_of_(allowed.size(), none) {}

    bool all_rows_have_one() {
        while (std::ranges::find(column_of_, none) != column_of_.end()) {
            if (!find_distances()) return false;
            next_.assign(allowed_.size(), 0);
            for (std::size_t row = 0; row < allowed_.size(); ++row) {
                if (column_of_[row] == none) place(row);
            }
        }
        return true;
    }

private:
    static constexpr int none = -1;

    /// For each row: how many rows must change their column, starting at a row without a column. Returns
    /// false if no free column can be reached.
    bool find_distances() {
        distance_.assign(allowed_.size(), none);
        std::vector<std::size_t> reached;
        for (std::size_t row = 0; row < allowed_.size(); ++row) {
            if (column_of_[row] != none) continue;
            distance_[row] = 0;
            reached.push_back(row);
        }
        bool any_free = false;
        for (std::size_t i = 0; i < reached.size(); ++i) {
            for (const int column : allowed_[reached[i]]) {
                if (!is_column(column)) continue;
                const int taken_by = row_of_[static_cast<std::size_t>(column)];
                any_free = any_free || taken_by == none;
                if (taken_by == none || distance_[static_cast<std::size_t>(taken_by)] != none) continue;
                distance_[static_cast<std::size_t>(taken_by)] = distance_[reached[i]] + 1;
                reached.push_back(static_cast<std::size_t>(taken_by));
            }
        }
        return any_free;
    }

    void place(std::size_t first) {
        std::vector<std::size_t> pushed{first};
        while (!pushed.empty()) {
            const std::size_t row = pushed.back();
            if (next_[row] == allowed_[row].size()) {
                pushed.pop_back();
                if (!pushed.empty()) ++next_[pushed.back()];
                continue;
            }
            const int column = allowed_[row][next_[row]];
            const int taken_by = is_column(column) ? row_of_[static_cast<std::size_t>(column)] : none;
            if (is_column(column) && taken_by == none) {
                for (const std::size_t one : pushed) take(one, allowed_[one][next_[one]]);
                return;
            }
            if (taken_by != none && distance_[static_cast<std::size_t>(taken_by)] == distance_[row] + 1) {
                pushed.push_back(static_cast<std::size_t>(taken_by));
            } else {
                ++next_[row];
            }
        }
    }

    void take(std::size_t row, int column) {
        column_of_[row] = column;
        row_of_[static_cast<std::size_t>(column)] = static_cast<int>(row);
    }

    bool is_column(int number) const {
        return number >= 0 && static_cast<std::size_t>(number) < row_of_.size();
    }

    const std::vector<std::vector<int>>& allowed_;
    std::vector<int> row_of_;
    std::vector<int> column_of_;
    std::vector<int> distance_;
    std::vector<std::size_t> next_;  // of each row: which of its columns is to be tried
};

}  // namespace

bool can_be_matched(const std::vector<std::vector<int>>& allowed, int columns) {
    if (columns < 0 || allowed.size() != static_cast<std::size_t>(columns)) return false;
    return Matching(allowed, columns).all_rows_have_one();
}

}  // namespace grader
