#include "runtime/loop/timer_heap.hpp"

#include "runtime/loop/loop.hpp"

#include <algorithm>

namespace aio::detail {

Timer::~Timer() {
    if (armed()) Loop::current().timers().remove(*this);
}

void TimerHeap::push(Timer& timer, Duration deadline) {
    timer.deadline_ = deadline;
    const Entry entry{deadline, created_++, &timer};
    entries_.push_back(entry);
    sift_up(entries_.size() - 1, entry);
}

void TimerHeap::remove(Timer& timer) {
    if (!timer.armed()) return;
    const std::size_t hole = timer.index_;
    timer.index_ = Timer::not_in_heap;
    const Entry last = entries_.back();
    entries_.pop_back();
    if (hole == entries_.size()) return;
    if (hole > 0 && last.before(entries_[(hole - 1) / 4])) {
        sift_up(hole, last);
    } else {
        sift_down(hole, last);
    }
}

Timer& TimerHeap::pop() {
    Timer& first = *entries_.front().timer;
    remove(first);
    return first;
}

void TimerHeap::place(std::size_t index, const Entry& entry) {
    entries_[index] = entry;
    entry.timer->index_ = static_cast<std::uint32_t>(index);
}

void TimerHeap::sift_up(std::size_t index, const Entry& entry) {
    while (index > 0) {
        const std::size_t parent = (index - 1) / 4;
        if (!entry.before(entries_[parent])) break;
        place(index, entries_[parent]);
        index = parent;
    }
    place(index, entry);
}

void TimerHeap::sift_down(std::size_t index, const Entry& entry) {
    for (;;) {
        const std::size_t first = index * 4 + 1;
        if (first >= entries_.size()) break;
        const std::size_t end = std::min(first + 4, entries_.size());
        std::size_t earliest = first;
        for (std::size_t child = first + 1; child < end; ++child) {
            if (entries_[child].before(entries_[earliest])) earliest = child;
        }
        if (!entries_[earliest].before(entry)) break;
        place(index, entries_[earliest]);
        index = earliest;
    }
    place(index, entry);
}

}  // namespace aio::detail
