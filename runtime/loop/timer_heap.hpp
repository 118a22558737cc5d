#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/ready_queue.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aio::detail {

/// Something that becomes ready at a moment. It leaves its heap when it dies.
class Timer : public Runnable {
public:
    bool armed() const { return index_ != not_in_heap; }
    Duration deadline() const { return deadline_; }

protected:
    ~Timer();

private:
    friend class TimerHeap;
    static constexpr std::uint32_t not_in_heap = UINT32_MAX;
    Duration deadline_{};
    std::uint32_t index_ = not_in_heap;
};

/// Timers by (deadline, creation order). A heap of four children a node: half the cache misses of two.
class TimerHeap {
public:
    bool empty() const { return entries_.empty(); }
    Duration next_deadline() const { return entries_.front().deadline; }  ///< Requires: not empty().

    /// Requires: `timer` is not armed.
    void push(Timer& timer, Duration deadline);
    void remove(Timer& timer);  ///< Nothing happens when it is not armed.
    Timer& pop();               ///< Requires: not empty().

private:
    struct Entry {
        Duration deadline;
        std::uint64_t order;
        Timer* timer;
        bool before(const Entry& other) const {
            return deadline != other.deadline ? deadline < other.deadline : order < other.order;
        }
    };

    void place(std::size_t index, const Entry& entry);
    void sift_up(std::size_t index, const Entry& entry);
    void sift_down(std::size_t index, const Entry& entry);

    std::vector<Entry> entries_;
    std::uint64_t created_ = 0;
};

}  // namespace aio::detail
