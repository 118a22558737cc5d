#include "runtime/sync/bounded_semaphore.hpp"

namespace aio {

BoundedSemaphore::BoundedSemaphore(int slots) : Semaphore(detail::SemaphoreState::with(slots, slots)) {}

}  // namespace aio
