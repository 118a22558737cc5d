// Wrong: a CancelledError is taken for a failure of the service, and it asks again.
// Loses: stops-when-cancelled
#include "exercises/retry/retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    for (int attempt = 1;; ++attempt) {
        try {
            co_return co_await service.ask();
        } catch (...) {
            if (attempt >= tries) throw;
        }
        co_await aio::sleep(pause);
        pause *= 2;
    }
}
