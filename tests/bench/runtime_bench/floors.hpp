#pragma once

#include <cstdint>

// What the machine itself takes: nothing that does the same work can cost less. Each gives the processor time
// of one of `count`, in ns.

namespace bench::floors {

double resume(std::uint64_t count);       ///< a bare coroutine_handle, resumed
double ring(std::uint64_t count);         ///< the same, popped from a ring of handles, which it goes back to
double malloc_free(std::uint64_t count);  ///< malloc(200) and free
double malloc_then_free(std::uint64_t count);  ///< the same, `count` blocks alive at once
double heap(std::uint64_t count);              ///< push and pop, `count` deadlines in a binary heap
double throw_catch(std::uint64_t count);       ///< an exception through one function
double throw_coroutine(
    std::uint64_t count);  ///< through one coroutine: caught, kept, thrown again by its awaiter
double idle_iteration(std::uint64_t count);  ///< libuv's loop, round once for a uv_idle
double pooled_child(
    std::uint64_t count);  ///< awaiting a coroutine that returns: a free list of frames, symmetric
                           ///< transfer (which overflows the stack where it is no tail call)
double raw_libuv_sleepers(std::uint64_t count);  ///< a uv_timer each, 10 to 1000 ms, no coroutine

}  // namespace bench::floors
