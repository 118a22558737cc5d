#include "grader/rubric/printed_numbers.hpp"

#include "grader/rubric/measures.hpp"

#include <algorithm>

namespace grader {

namespace {

constexpr std::size_t most_at_an_end = 1000;

/// Each of them once.
std::vector<int> distinct(std::vector<int> numbers) {
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
    return numbers;
}

}  // namespace

PrintedNumbers::PrintedNumbers(const Timeline& timeline) {
    for (const Wait& wait : timeline.waits) tasks_[wait.task_id].waits.push_back(wait.index);
    for (const Print& print : timeline.prints) {
        std::vector<Number>& numbers = tasks_[print.task_id].numbers;
        for (const int value : numbers_in(print.text)) numbers.push_back({print.at, print.index, value});
    }
}

std::vector<int> PrintedNumbers::before(const Wait& wait, Time from) const {
    const auto known = tasks_.find(wait.task_id);
    if (known == tasks_.end()) return {};
    const Task& task = known->second;
    const auto here = std::ranges::lower_bound(task.waits, wait.index);
    const std::size_t since = here == task.waits.begin() ? 0 : *std::prev(here);
    std::vector<int> numbers;
    auto next = std::ranges::lower_bound(task.numbers, since, {}, &Number::index);
    for (; next != task.numbers.end() && next->index <= wait.index; ++next) {
        if (next->at >= from) numbers.push_back(next->value);
    }
    return distinct(std::move(numbers));
}

std::vector<int> PrintedNumbers::at_end(const Wait& wait) const {
    const auto known = tasks_.find(wait.task_id);
    if (known == tasks_.end()) return {};
    std::vector<int> numbers;
    const std::vector<Number>& all = known->second.numbers;
    const auto is_earlier = [&wait](const Number& number) {
        return number.index < wait.index || number.at < wait.end;
    };
    auto next = std::ranges::partition_point(all, is_earlier);
    for (; next != all.end() && next->at == wait.end && numbers.size() < most_at_an_end; ++next)
        numbers.push_back(next->value);
    return distinct(std::move(numbers));
}

}  // namespace grader
