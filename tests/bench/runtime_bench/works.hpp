#pragma once

#include <cstdint>

// What the runtime is measured at. Each gives the processor time of one of `count`, in ns, where it says
// nothing else.

namespace bench::works {

// Turns
double yield(std::uint64_t count);           ///< sleep(0s), virtual time, one task
double yield_100(std::uint64_t count);       ///< the same, 100 tasks
double yield_real(std::uint64_t count);      ///< real time, one task
double yield_real_100(std::uint64_t count);  ///< real time, 100 tasks
double yield_outside(
    std::uint64_t count);           ///< real time, one task, while another waits for something outside
double child(std::uint64_t count);  ///< awaiting a coroutine that returns at once

// Tasks
double task(std::uint64_t count);              ///< create_task and await, a thousand at a time
double task_all_at_once(std::uint64_t count);  ///< create_task `count` times, then await each
double semaphore(std::uint64_t count);  ///< Semaphore(3), `count` tasks that yield in it; -1 unless FIFO
double gather(std::uint64_t count);     ///< gather of `count` children that yield once

// Time
double sleepers(std::uint64_t count);             ///< `count` at once, virtual time
double sleepers_real(std::uint64_t count);        ///< `count` at once, real time
double timeout_fires(std::uint64_t count);        ///< timeout around a coroutine that sleeps for too long
double timeout_fires_frame(std::uint64_t count);  ///< what a further coroutine between them adds
double timeout_quiet(std::uint64_t count);        ///< timeout around a coroutine that yields
double lateness_1ms(
    std::uint64_t count);  ///< real sleep(1ms): how late, in ns of real time, the median; -1 if early

// Memory, in bytes of each
double sleeper_bytes(std::uint64_t count);
double nested_bytes(std::uint64_t count);    ///< a level of a chain of awaits
double timeout_growth(std::uint64_t count);  ///< a quiet timeout more, after a thousand

// Chains
double nested(std::uint64_t count);   ///< a chain of `count` awaits, down and up
double dropped(std::uint64_t count);  ///< `count` coroutines that hold one another, dropped unawaited

}  // namespace bench::works
