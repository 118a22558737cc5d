#pragma once

#include "grader/timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace grader {

/// The whole numbers in a text: "page 12 of 40" has 12 and 40.
std::vector<int> numbers_in(std::string_view text);

/// The whole numbers that were printed. Reads every text once; each query is a search. There may be a hundred
/// thousand texts, and as many waits to ask about.
class PrintedNumbers {
public:
    /// It must not outlive the timeline.
    explicit PrintedNumbers(const Timeline& timeline);

    /// The numbers that the wait's task printed between its last wait and this one, not before `from`. If it
    /// printed none: the numbers that any task printed at that moment, the first 300.
    std::vector<int> before(const Wait& wait, Time from) const;

    /// The numbers that the wait's task printed after the wait, at the same moment; if it printed none, those
    /// of any task. Only the first 300: several waits may end at the same moment, but a program that prints
    /// hundreds of numbers does not name one.
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
