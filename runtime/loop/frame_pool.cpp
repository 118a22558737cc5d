#include "runtime/loop/frame_pool.hpp"

#include <array>
#include <new>
#include <utility>

#if defined(__SANITIZE_ADDRESS__)
#define AIO_PLAIN_FRAMES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIO_PLAIN_FRAMES 1
#endif
#endif

namespace aio::detail {

#ifdef AIO_PLAIN_FRAMES

void* pool_allocate(std::size_t size) { return ::operator new(size); }
void pool_free(void* memory, std::size_t) noexcept { ::operator delete(memory); }

#else

namespace {

constexpr std::size_t step = 32;      // bytes between two sizes
constexpr std::size_t sizes = 32;     // larger blocks go to operator new

struct FreeBlock {
    FreeBlock* next;
};

struct Pool {
    std::array<FreeBlock*, sizes> free{};
    ~Pool() {
        for (FreeBlock*& list : free) {
            while (list != nullptr) ::operator delete(std::exchange(list, list->next));
        }
    }
};

thread_local Pool pool;

constexpr std::size_t size_class(std::size_t size) { return (size + step - 1) / step; }

}  // namespace

void* pool_allocate(std::size_t size) {
    const std::size_t at = size_class(size);
    if (at >= sizes) return ::operator new(size);
    if (FreeBlock* block = pool.free[at]) {
        pool.free[at] = block->next;
        return block;
    }
    return ::operator new(at * step);
}

void pool_free(void* memory, std::size_t size) noexcept {
    const std::size_t at = size_class(size);
    if (at >= sizes) {
        ::operator delete(memory);
        return;
    }
    pool.free[at] = ::new (memory) FreeBlock{pool.free[at]};
}

#endif

}  // namespace aio::detail
