#include "runtime/loop/timer_heap.hpp"

#include "runtime/loop/loop.hpp"

#include <algorithm>

namespace aio::detail {

void Timer::disarm() { Loop::current().timers().remove(*this); }

void TimerHeap::push(Timer& timer, Duration deadline) {
    if (created_ == UINT32_MAX) number_anew();
    const Entry entry{deadline, created_++, take_place(timer)};
    ++armed_;
    std::size_t index = entries_.size();
    entries_.push_back(entry);
    while (index > 0) {
        const std::size_t parent = (index - 1) / 4;
        if (!entry.before(entries_[parent])) break;
        entries_[index] = entries_[parent];
        index = parent;
    }
    entries_[index] = entry;
}

void TimerHeap::remove(Timer& timer) {
    if (!timer.armed()) return;
    places_[timer.place_].timer = nullptr;
    timer.place_ = Timer::not_in_heap;
    --armed_;
    remove_vacant_ends();
    constexpr std::size_t few = 64;
    if (entries_.size() > few && entries_.size() > armed_ * 2) remove_vacant();
}

// In three passes, so that the memory of many timers is fetched at once and not one after the other.
void TimerHeap::pop_due(Duration moment, ReadyQueue& ready) {
    if (empty() || next_deadline() > moment) return;
    due_.clear();
    while (!entries_.empty() && entries_.front().deadline <= moment) {
        due_.push_back(entries_.front().place);
        __builtin_prefetch(&places_[due_.back()]);
        remove_first();
    }
    for (const std::uint32_t place : due_) __builtin_prefetch(places_[place].timer, 1);
    for (const std::uint32_t place : due_) {
        if (Timer* timer = places_[place].timer) {
            timer->place_ = Timer::not_in_heap;
            --armed_;
            ready.push(*timer);
        }
        free_place(place);
    }
    remove_vacant_ends();
}

std::uint32_t TimerHeap::take_place(Timer& timer) {
    if (first_free_ == none) {
        timer.place_ = static_cast<std::uint32_t>(places_.size());
        places_.push_back(Place{&timer});
    } else {
        timer.place_ = first_free_;
        first_free_ = places_[first_free_].next_free;
        places_[timer.place_].timer = &timer;
    }
    return timer.place_;
}

void TimerHeap::free_place(std::uint32_t place) {
    places_[place].next_free = first_free_;
    first_free_ = place;
}

void TimerHeap::remove_vacant_ends() {
    while (!entries_.empty() && vacant(entries_.back())) {  // a timeout that ends in time is often the last
        free_place(entries_.back().place);
        entries_.pop_back();
    }
    while (!entries_.empty() && vacant(entries_.front())) {
        free_place(entries_.front().place);
        remove_first();
    }
}

void TimerHeap::remove_first() {
    const Entry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sift_down(0, last);
}

void TimerHeap::remove_vacant() {
    std::erase_if(entries_, [this](const Entry& entry) {
        const bool gone = vacant(entry);
        if (gone) free_place(entry.place);
        return gone;
    });
    for (std::size_t parents = (entries_.size() + 2) / 4; parents > 0; --parents) {
        const Entry entry = entries_[parents - 1];
        sift_down(parents - 1, entry);
    }
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
        entries_[index] = entries_[earliest];
        index = earliest;
    }
    entries_[index] = entry;
}

// The numbers are used up. A sorted list is a heap, too; what counts is the order, not the numbers.
void TimerHeap::number_anew() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.before(b); });
    created_ = 0;
    for (Entry& entry : entries_) entry.order = created_++;
}

}  // namespace aio::detail
