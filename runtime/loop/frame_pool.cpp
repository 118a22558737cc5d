#include "runtime/loop/frame_pool.hpp"

#ifndef AIO_PLAIN_FRAMES

#include <mutex>
#include <utility>

namespace aio::detail {

constinit FramePage no_page;

namespace {

constexpr FramePool no_pages() {
    FramePool pool{};
    for (FramePage*& page : pool.cut) page = &no_page;
    return pool;
}

}  // namespace

thread_local constinit FramePool frame_pool = no_pages();

namespace {

constexpr std::size_t pages_at_once = 16;
constexpr int blocks_at_once = 16;

constexpr std::size_t head_bytes = (sizeof(FramePage) + 63) / 64 * 64;

std::byte* begin_of(FramePage& page) { return reinterpret_cast<std::byte*>(&page); }

void make_empty(FramePage& page) {
    page.free = nullptr;
    page.uncut = begin_of(page) + head_bytes;
}

bool has_uncut(FramePage& page) {
    return page.uncut + page.at * FramePool::step <= begin_of(page) + FramePage::bytes;
}

/// In order, so that blocks handed out one after the other are next to each other.
void cut_some(FramePage& page) {
    FreeBlock** end = &page.free;
    for (int i = 0; i < blocks_at_once && has_uncut(page); ++i) {
        *end = ::new (page.uncut) FreeBlock;
        end = &(*end)->next;
        page.uncut += page.at * FramePool::step;
    }
    *end = nullptr;
}

void add_room(FramePage& page) {
    page.takes_from = &frame_pool;
    page.next_with_room = std::exchange(frame_pool.with_room[page.at], &page);
}

// The pages of threads that have ended, for other threads to take over. Leak checkers find all memory from
// here.

constinit std::mutex mutex;
constinit std::atomic<FramePage*> left_behind[FramePool::sizes] = {};
constinit std::byte* unused_begin = nullptr;  // whole pages that were never used
constinit std::byte* unused_end = nullptr;

void own(FramePage& page) {
    static thread_local const struct LeaveBehind {
        ~LeaveBehind() {
            const std::lock_guard lock(mutex);
            for (FramePage*& cut : frame_pool.cut) {
                FramePage* page = std::exchange(cut, &no_page);
                if (page != &no_page && --page->used == 0) make_empty(*page);
            }
            for (FramePage*& first : frame_pool.with_room) first = nullptr;
            while (FramePage* page = frame_pool.pages) {
                frame_pool.pages = page->next_of_thread;
                page->takes_from = nullptr;
                page->owner = nullptr;
                page->next_of_thread = left_behind[page->at].exchange(page);
            }
        }
    } at_the_end;
    (void)at_the_end;
    page.owner = &frame_pool;
    page.next_of_thread = std::exchange(frame_pool.pages, &page);
}

void take_over(std::size_t at) {
    const std::lock_guard lock(mutex);
    FramePage* page = left_behind[at].exchange(nullptr);
    while (page != nullptr) {
        FramePage* next = page->next_of_thread;
        own(*page);
        if (page->free != nullptr || has_uncut(*page)) add_room(*page);
        page = next;
    }
}

FramePage* new_page(std::size_t at) {
    const std::lock_guard lock(mutex);
    if (unused_begin == unused_end) {
        constexpr std::size_t bytes = pages_at_once * FramePage::bytes;
        unused_begin = static_cast<std::byte*>(::operator new(bytes, std::align_val_t(FramePage::bytes)));
        unused_end = unused_begin + bytes;
    }
    auto* page = ::new (unused_begin) FramePage;
    unused_begin += FramePage::bytes;
    page->at = at;
    make_empty(*page);
    own(*page);
    return page;
}

FramePage* page_with_room(std::size_t at) {
    FramePool& pool = frame_pool;
    if (pool.with_room[at] == nullptr && left_behind[at].load(std::memory_order_relaxed) != nullptr)
        take_over(at);
    FramePage* page = pool.with_room[at];
    if (page == nullptr) return new_page(at);
    pool.with_room[at] = page->next_with_room;
    return page;
}

}  // namespace

void* pool_allocate_slowly(std::size_t size) {
    const std::size_t at = (size + FramePool::step - 1) / FramePool::step;
    if (at >= FramePool::sizes) return ::operator new(size);
    FramePool& pool = frame_pool;
    if (FreeBlock* stray = pool.strays[at]) {
        pool.strays[at] = stray->next;
        return stray;
    }
    FramePage* page = pool.cut[at];
    if (page == &no_page || !has_uncut(*page)) {
        if (page != &no_page) {  // full
            --page->used;
            page->takes_from = nullptr;
        }
        page = pool.cut[at] = page_with_room(at);
        ++page->used;
        page->takes_from = &pool;
    }
    if (page->free == nullptr) cut_some(*page);
    FreeBlock* block = page->free;
    page->free = block->next;
    ++page->used;
    return block;
}

void pool_free_slowly(FramePage& page, void* memory) noexcept {
    auto* block = ::new (memory) FreeBlock;
    FramePool& pool = frame_pool;
    if (page.owner.load(std::memory_order_relaxed) != &pool) {
        block->next = std::exchange(pool.strays[page.at], block);
        return;
    }
    block->next = nullptr;
    page.free = block;
    add_room(page);
    if (--page.used == 0) make_empty(page);
}

void pool_page_emptied(FramePage& page) noexcept { make_empty(page); }

}  // namespace aio::detail

#endif
