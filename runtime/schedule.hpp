#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace aio {

/// Decides which of the tasks that are ready goes next, in place of first come, first served. A turn still
/// steps exactly those tasks that were ready when it began; so no program can tell such a run from another
/// one of which asyncio promises nothing but its turns. Timers of one instant fire in one turn, before
/// anything they wake runs: which of them was first shows in nothing but the order of the tasks they wake. It
/// must outlive run().
class Schedule {
public:
    /// No more than so many are offered at a time; the others stand behind them.
    static constexpr std::size_t most_offered = 32;

    virtual ~Schedule() = default;

    /// `task_ids`: those still to be stepped in this turn, in the order in which they became ready; at least
    /// two. Gives the index of the one to be stepped now; 0 is first come, first served. Must not throw.
    virtual std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept = 0;
};

}  // namespace aio
