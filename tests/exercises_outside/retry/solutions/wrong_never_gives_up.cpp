// Wrong: it asks until there is an answer, however many tries are allowed.
// Loses: gives-up
#include "exercises/retry/retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int, aio::Duration pause) {
    for (;;) {
        try {
            co_return co_await service.ask();
        } catch (const ServiceError&) {
        }
        co_await aio::sleep(pause);
        pause *= 2;
    }
}
