// Wrong: every pause has the same length.
// Loses: backs-off
#include "exercises/retry/retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    for (int attempt = 1;; ++attempt) {
        try {
            co_return co_await service.ask();
        } catch (const ServiceError&) {
            if (attempt >= tries) throw;
        }
        co_await aio::sleep(pause);
    }
}
