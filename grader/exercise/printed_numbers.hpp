#pragma once

#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace grader {

/// The whole numbers that a text has in it: "page 12 of 40" has 12 and 40.
std::vector<int> numbers_in(std::string_view text);

/// The whole numbers that were printed. Every text is read once, and a question takes a search: there may
/// be a hundred thousand texts, and as many waits to ask about.
class PrintedNumbers {
public:
    /// It must not outlive the timeline.
    explicit PrintedNumbers(const Timeline& timeline);

    /// Those that the wait's task printed since it last waited for a time, until it began this wait; none
    /// from before `from`. Where it printed none: those that anybody printed at that moment, the first 300.
    std::vector<int> before(const Wait& wait, Time from) const;

    /// Those that the wait's task printed at the moment when the wait was over, after it; where it printed
    /// none, anybody. The first 300, if there are more: several waits may be over at the same moment, and
    /// nobody says a number by printing hundreds.
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

    /// Whatever was printed at a moment, from that event on.
    static std::vector<int> printed_at(const std::vector<Number>& numbers, Time moment, std::size_t from);

    std::map<std::uint32_t, Task> tasks_;
    std::vector<Number> all_;
};

}  // namespace grader
