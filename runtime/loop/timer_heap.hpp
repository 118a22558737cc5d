#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/ready_queue.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aio::detail {

/// Something that becomes ready at a moment. Its destructor removes it from its heap.
class Timer : public Runnable {
public:
    bool armed() const { return place_ != not_in_heap; }

protected:
    ~Timer() {
        if (armed()) disarm();
    }

private:
    friend class TimerHeap;
    static constexpr std::uint32_t not_in_heap = UINT32_MAX;
    void disarm();
    std::uint32_t place_ = not_in_heap;
};

/// Timers by (deadline, creation order). A heap with four children for each node, in one cache line.
///
/// The heap does not refer to the timers, and the timers do not know their places in the heap: each timer has
/// a place in a table beside it. So sorting touches only the heap. A removed timer leaves an empty place,
/// which is dropped when it reaches the top, or when more than half of the places are empty.
class TimerHeap {
public:
    bool empty() const { return armed_ == 0; }
    Duration next_deadline() const { return entries_.front().deadline; }  ///< Requires: not empty().

    /// Requires: `timer` is not armed.
    void push(Timer& timer, Duration deadline);
    void remove(Timer& timer);  ///< No effect if it is not armed.
    void pop_due(Duration moment,
                 ReadyQueue& ready);  ///< Makes ready all whose deadline is no later than `moment`.

private:
    struct Entry {
        Duration deadline;
        std::uint32_t order;
        std::uint32_t place;
        // Without branches: no processor can predict which of two timers is first.
        bool before(const Entry& other) const {
            return static_cast<int>(deadline < other.deadline) |
                   (static_cast<int>(deadline == other.deadline) & static_cast<int>(order < other.order));
        }
    };

    union Place {
        Timer* timer;  // null: it was removed, its entry not yet
        std::uint32_t next_free;
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    bool vacant(const Entry& entry) const { return places_[entry.place].timer == nullptr; }
    std::uint32_t take_place(Timer& timer);
    void free_place(std::uint32_t place);
    void remove_first();
    void remove_vacant_ends();
    void remove_vacant();
    void sift_down(std::size_t index, const Entry& entry);
    void number_anew();

    std::vector<Entry> entries_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> due_;  // places, while pop_due() is at work
    std::uint32_t first_free_ = none;
    std::uint32_t created_ = 0;
    std::size_t armed_ = 0;
};

}  // namespace aio::detail
