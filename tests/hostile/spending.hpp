#pragma once

#include <chrono>
#include <cstddef>

namespace hostile {

/// What this process, the grader, uses up from here on: its own, without what it starts.
class Spending {
public:
    Spending();

    /// The most memory that it has had at once, beyond what it had at the beginning, in bytes. Nothing where
    /// the kernel does not let us ask again and again (proc(5), clear_refs).
    std::size_t most_memory() const;
    std::chrono::nanoseconds processor_time() const;

private:
    std::size_t memory_before_;
    std::chrono::nanoseconds time_before_;
};

}  // namespace hostile
