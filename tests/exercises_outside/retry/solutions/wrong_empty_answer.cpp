// Wrong: after the last failure it gives an empty answer.
// Loses: gives-up
#include "exercises/retry/retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    for (int attempt = 1;; ++attempt) {
        try {
            co_return co_await service.ask();
        } catch (const ServiceError&) {
            if (attempt >= tries) co_return "";
        }
        co_await aio::sleep(pause);
        pause *= 2;
    }
}
