#pragma once

#include "grader/report/text.hpp"
#include "grader/verdict/verdict.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// How far an exercise has got.
struct Progress {
    std::string exercise;
    std::optional<int> points;  ///< nothing: not graded yet
    int max_points = 0;
};

/// All that the page of `grade watch` shows.
struct Board {
    std::vector<Progress> exercises;
    std::size_t current = 0;  ///< which of them is watched
    std::string file;         ///< its path
    std::optional<Verdict> verdict;
    std::string source;
    std::optional<int> points_before;  ///< of the verdict before this one
    bool is_grading = false;
    std::size_t hints = 0;  ///< how many were asked for, beside the first one
    Text note;              ///< one line about the last key; may be empty
    Language language = Language::english;
    std::size_t up = 0;  ///< lines that the reader has gone up from the end
};

/// The page, of at most `rows` lines: the progress, the first line of the verdict, as much of its end as has
/// room, and the keys.
std::string board_page(const Board& board, std::size_t rows, const TextOptions& options);

}  // namespace grader
