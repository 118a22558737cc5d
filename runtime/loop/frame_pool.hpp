#pragma once

#include <cstddef>

namespace aio::detail {

/// Memory for coroutine frames and task states: freed blocks are kept by size, for this thread. Under the address
/// sanitizer it is plain new and delete, so that a use after free is seen.
void* pool_allocate(std::size_t size);
void pool_free(void* memory, std::size_t size) noexcept;

}  // namespace aio::detail
