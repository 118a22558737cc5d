#include "runtime/loop/frame_pool.hpp"

#ifndef AIO_PLAIN_FRAMES

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace aio::detail {

thread_local constinit FreeBlock* free_blocks[pool_sizes] = {};

namespace {

/// At the head of a chunk, so that it stays reachable (for leak checkers): it is never freed, since blocks of it may
/// stand in the lists of any thread.
struct alignas(pool_step) Chunk {
    Chunk* next;
};

constexpr std::size_t first_chunk = 32 * std::size_t{1024};
constexpr std::size_t largest_chunk = 2048 * std::size_t{1024};

/// What of a chunk is not cut yet.
struct Rest {
    std::byte* begin = nullptr;
    std::byte* end = nullptr;
    std::size_t bytes() const { return static_cast<std::size_t>(end - begin); }
};
thread_local constinit Rest rest;
thread_local constinit std::size_t next_chunk = first_chunk;

// When a thread ends, others take over what it leaves behind.
constinit std::mutex mutex;
constinit Chunk* chunks = nullptr;
constinit Rest largest_rest;
constinit std::atomic<FreeBlock*> left_behind[pool_sizes] = {};

struct LeaveBehind {
    ~LeaveBehind() {
        const std::lock_guard lock(mutex);
        for (std::size_t at = 0; at < pool_sizes; ++at) {
            FreeBlock* list = std::exchange(free_blocks[at], nullptr);
            if (list != nullptr) list->next_list = left_behind[at].exchange(list);
        }
        if (rest.bytes() > largest_rest.bytes()) std::swap(rest, largest_rest);
    }
};

FreeBlock* take_over(std::size_t at) {
    const std::lock_guard lock(mutex);
    FreeBlock* list = left_behind[at];
    if (list != nullptr) left_behind[at] = list->next_list;
    return list;
}

void add_chunk(std::size_t at_least) {
    static thread_local const LeaveBehind at_the_end;
    (void)at_the_end;
    if (rest.bytes() > 0) pool_free(rest.begin, rest.bytes());
    const std::lock_guard lock(mutex);
    if (largest_rest.bytes() >= at_least) {
        rest = std::exchange(largest_rest, {});
        return;
    }
    auto* memory = static_cast<std::byte*>(::operator new(next_chunk));
    chunks = ::new (memory) Chunk{chunks};
    rest = Rest{memory + sizeof(Chunk), memory + next_chunk};
    next_chunk = std::min(next_chunk * 2, largest_chunk);
}

}  // namespace

void* pool_cut(std::size_t size) {
    const std::size_t at = (size + pool_step - 1) / pool_step;
    if (at >= pool_sizes) return ::operator new(size);
    if (left_behind[at].load(std::memory_order_relaxed) != nullptr) {
        if (FreeBlock* block = take_over(at)) {
            free_blocks[at] = block->next;
            return block;
        }
    }
    if (rest.bytes() < at * pool_step) add_chunk(at * pool_step);
    return std::exchange(rest.begin, rest.begin + at * pool_step);
}

}  // namespace aio::detail

#endif
