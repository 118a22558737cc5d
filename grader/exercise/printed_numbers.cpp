#include "grader/exercise/printed_numbers.hpp"

#include <algorithm>
#include <cctype>

namespace grader {

namespace {

constexpr std::size_t most_at_a_moment = 300;

/// Each of them once.
std::vector<int> distinct(std::vector<int> numbers) {
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
    return numbers;
}

}  // namespace

std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < text.size();) {
        if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
            ++i;
            continue;
        }
        long number = 0;
        for (; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0; ++i) {
            number = std::min(number * 10 + (text[i] - '0'), 1'000'000L);  // no page has a number that long
        }
        numbers.push_back(static_cast<int>(number));
    }
    return numbers;
}

PrintedNumbers::PrintedNumbers(const Timeline& timeline) {
    for (const Wait& wait : timeline.waits) tasks_[wait.task_id].waits.push_back(wait.index);
    for (const Print& print : timeline.prints) {
        std::vector<Number>& numbers = tasks_[print.task_id].numbers;
        for (const int value : numbers_in(print.text)) {
            numbers.push_back({print.at, print.index, value});
            all_.push_back(numbers.back());
        }
    }
}

std::vector<int> PrintedNumbers::before(const Wait& wait, Time from) const {
    const auto known = tasks_.find(wait.task_id);
    std::vector<int> numbers;
    if (known != tasks_.end()) {
        const Task& task = known->second;
        const auto here = std::ranges::lower_bound(task.waits, wait.index);
        const std::size_t since = here == task.waits.begin() ? 0 : *std::prev(here);
        auto next = std::ranges::lower_bound(task.numbers, since, {}, &Number::index);
        for (; next != task.numbers.end() && next->index <= wait.index; ++next) {
            if (next->at >= from) numbers.push_back(next->value);
        }
    }
    if (numbers.empty()) numbers = printed_at(all_, wait.begin, 0);
    return distinct(std::move(numbers));
}

std::vector<int> PrintedNumbers::at_end(const Wait& wait) const {
    const auto known = tasks_.find(wait.task_id);
    std::vector<int> numbers;
    if (known != tasks_.end()) numbers = printed_at(known->second.numbers, wait.end, wait.index);
    if (numbers.empty()) numbers = printed_at(all_, wait.end, wait.index);
    return distinct(std::move(numbers));
}

std::vector<int> PrintedNumbers::printed_at(const std::vector<Number>& numbers, Time moment,
                                            std::size_t from) {
    const auto is_earlier = [&](const Number& number) { return number.index < from || number.at < moment; };
    std::vector<int> found;
    auto next = std::ranges::partition_point(numbers, is_earlier);
    for (; next != numbers.end() && next->at == moment && found.size() < most_at_a_moment; ++next)
        found.push_back(next->value);
    return found;
}

}  // namespace grader
