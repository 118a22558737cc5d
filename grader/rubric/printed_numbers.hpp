#pragma once

#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace grader {

/// The whole numbers that each task printed. Every text is read once, and a question takes a search: there may
/// be a hundred thousand texts, and as many downloads to ask about.
class PrintedNumbers {
public:
    /// It must not outlive the timeline.
    explicit PrintedNumbers(const Timeline& timeline);

    /// Those that the wait's task printed since it last waited for a time, until it began this wait; none
    /// from before `from`.
    std::vector<int> before(const Wait& wait, Time from) const;

    /// Those that the wait's task printed at the moment when the wait was over, after it. The first thousand,
    /// if there are more: several waits may be over at the same moment, and nobody says a page's number by
    /// printing a thousand.
    std::vector<int> at_end(const Wait& wait) const;

private:
    struct Number {
        Time at{};
        std::size_t index = 0;  // of the event
        int value = 0;
    };
    struct Task {
        std::vector<Number> numbers;     // as they were printed
        std::vector<std::size_t> waits;  // each one's first event
    };

    std::map<std::uint32_t, Task> tasks_;
};

}  // namespace grader
