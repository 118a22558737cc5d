#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace aio {

/// Decides which of the ready tasks runs next, in place of first come, first served. A turn still runs
/// exactly the tasks that were ready when it began, so every promise of asyncio about turns is kept. Timers
/// of one instant fire in one turn, before any task that they wake. So their order matters only for the order
/// of those tasks. A schedule must outlive run().
class Schedule {
public:
    /// The most tasks that are offered at a time; the others are offered later.
    static constexpr std::size_t most_offered = 32;

    virtual ~Schedule() = default;

    /// `task_ids`: the tasks that still run in this turn, in the order in which they became ready; at least
    /// two. Gives the index of the one that runs now; 0 is first come, first served. Must not throw.
    virtual std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept = 0;
};

}  // namespace aio
