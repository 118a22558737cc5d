// Right: a failed try is followed by a call with one try less and twice the pause.
#include "exercises/retry/retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    try {
        co_return co_await service.ask();
    } catch (const ServiceError&) {
        if (tries <= 1) throw;
    }
    co_await aio::sleep(pause);
    co_return co_await ask_patiently(service, tries - 1, 2 * pause);
}
