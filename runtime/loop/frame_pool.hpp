#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define AIO_PLAIN_FRAMES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIO_PLAIN_FRAMES 1
#endif
#endif

namespace aio::detail {

// Memory for coroutine frames and task states.
//
// Theory of operation. Blocks of one size are together in a page, which belongs to a thread. Each size has a
// page that is being cut into blocks. A freed block goes back to its own page, and a page that has become
// empty is cut again from its start. So blocks that live at the same time are close together, whatever the
// order in which they are freed. With one free list for each size, a million sleepers that woke in random
// order took 50 % longer when they ran a second time. The head of a page names its owner; masking a block's
// address finds the head. A block that another thread frees stays with that thread. When a thread ends,
// another thread takes over its pages. Memory stays with the program to its end. Under the address sanitizer
// all this is plain new and delete, so that a use after free is seen.

void* pool_allocate(std::size_t size);
void pool_free(void* memory, std::size_t size) noexcept;

#ifdef AIO_PLAIN_FRAMES

inline void* pool_allocate(std::size_t size) { return ::operator new(size); }
inline void pool_free(void* memory, std::size_t) noexcept { ::operator delete(memory); }

#else

struct FreeBlock {
    FreeBlock* next;
};

struct FramePool;

/// The head of 64 KiB, aligned to their size.
struct FramePage {
    static constexpr std::uintptr_t bytes = 65536;

    FreeBlock* free = nullptr;
    std::size_t used = 0;  // blocks handed out; one more for the page that is being cut
    std::atomic<FramePool*> takes_from = nullptr;  // its thread's; null while the page is full
    std::atomic<FramePool*> owner = nullptr;       // its thread's
    std::size_t at = 0;                            // the number of its size: a block has `at` × `step` bytes
    std::byte* uncut = nullptr;                    // from here to the end
    FramePage* next_with_room = nullptr;
    FramePage* next_of_thread = nullptr;
};

/// The pool of one thread.
struct FramePool {
    static constexpr std::size_t step = 16;   // bytes between two sizes
    static constexpr std::size_t sizes = 65;  // larger blocks go to operator new

    FramePage* cut[sizes];        // no_page if there is none, which saves a check
    FramePage* with_room[sizes];  // other pages with free blocks
    FreeBlock* strays[sizes];     // blocks of other threads' pages that were freed here
    FramePage* pages;             // all of them
};

extern constinit FramePage no_page;

// initial-exec: found with one load, where the usual model of a library would call a function.
[[gnu::tls_model("initial-exec")]] extern thread_local constinit FramePool frame_pool;

void* pool_allocate_slowly(std::size_t size);
void pool_free_slowly(FramePage& page, void* memory) noexcept;
void pool_page_emptied(FramePage& page) noexcept;

inline void* pool_allocate(std::size_t size) {
    const std::size_t at = (size + FramePool::step - 1) / FramePool::step;
    if (at < FramePool::sizes) [[likely]] {
        FramePage* page = frame_pool.cut[at];
        if (FreeBlock* block = page->free) [[likely]] {
            page->free = block->next;
            ++page->used;
            return block;
        }
    }
    return pool_allocate_slowly(size);
}

inline void pool_free(void* memory, std::size_t size) noexcept {
    if (size > (FramePool::sizes - 1) * FramePool::step) [[unlikely]] {
        ::operator delete(memory);
        return;
    }
    auto& page =
        *reinterpret_cast<FramePage*>(reinterpret_cast<std::uintptr_t>(memory) & ~(FramePage::bytes - 1));
    if (page.takes_from.load(std::memory_order_relaxed) != &frame_pool) [[unlikely]] {
        pool_free_slowly(page, memory);
        return;
    }
    auto* block = ::new (memory) FreeBlock;
    block->next = page.free;
    page.free = block;
    if (--page.used == 0) [[unlikely]]
        pool_page_emptied(page);
}

#endif

}  // namespace aio::detail
