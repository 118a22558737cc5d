#pragma once

#include <cstddef>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define AIO_PLAIN_FRAMES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIO_PLAIN_FRAMES 1
#endif
#endif

namespace aio::detail {

// Memory for coroutine frames and task states. Freed blocks are kept by size, a list for each in every thread; new ones
// are cut from large chunks, which the program keeps to its end. A block may be freed by another thread than its own.
// Under the address sanitizer it is plain new and delete, so that a use after free is seen.

void* pool_allocate(std::size_t size);
void pool_free(void* memory, std::size_t size) noexcept;

#ifdef AIO_PLAIN_FRAMES

inline void* pool_allocate(std::size_t size) { return ::operator new(size); }
inline void pool_free(void* memory, std::size_t) noexcept { ::operator delete(memory); }

#else

struct FreeBlock {
    FreeBlock* next;
    FreeBlock* next_list;  // of the first block of a list that a thread left behind
};

constexpr std::size_t pool_step = 16;     // bytes between two sizes
constexpr std::size_t pool_sizes = 65;    // larger blocks go to operator new

// initial-exec: found with one load, where the usual model of a library would call a function.
[[gnu::tls_model("initial-exec")]] extern thread_local constinit FreeBlock* free_blocks[pool_sizes];

void* pool_cut(std::size_t size);  ///< A block that was never used before.

inline void* pool_allocate(std::size_t size) {
    const std::size_t at = (size + pool_step - 1) / pool_step;
    if (at < pool_sizes && free_blocks[at] != nullptr) [[likely]] {
        FreeBlock* block = free_blocks[at];
        free_blocks[at] = block->next;
        return block;
    }
    return pool_cut(size);
}

inline void pool_free(void* memory, std::size_t size) noexcept {
    const std::size_t at = (size + pool_step - 1) / pool_step;
    if (at < pool_sizes) [[likely]] {
        auto* block = ::new (memory) FreeBlock;
        block->next = free_blocks[at];
        free_blocks[at] = block;
    } else {
        ::operator delete(memory);
    }
}

#endif

}  // namespace aio::detail
