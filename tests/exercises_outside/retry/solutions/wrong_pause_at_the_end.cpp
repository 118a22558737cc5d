// Wrong: it waits once more after the last failure, before it gives up.
// Loses: gives-up
#include "exercises/retry/retry.hpp"

#include <exception>

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    std::exception_ptr last;
    for (int attempt = 1; attempt <= tries; ++attempt) {
        try {
            co_return co_await service.ask();
        } catch (const ServiceError&) {
            last = std::current_exception();
        }
        co_await aio::sleep(pause);
        pause *= 2;
    }
    std::rethrow_exception(last);
}
