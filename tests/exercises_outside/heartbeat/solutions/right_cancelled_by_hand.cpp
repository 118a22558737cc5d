// Right: every way out cancels the heart by hand and waits for it.
#include "exercises/heartbeat/heartbeat.hpp"

#include <exception>
#include <optional>

static aio::Coroutine<> beat(std::shared_ptr<Monitor> monitor, aio::Duration every) {
    co_await aio::sleep(every);
    while (true) {
        monitor->beat();
        co_await aio::sleep(every);
    }
}

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    const auto heart = aio::create_task(beat(monitor, every), "heart");
    std::optional<int> result;
    std::exception_ptr error;
    try {
        result = co_await job;
    } catch (...) {
        error = std::current_exception();
    }
    heart.cancel();
    co_await aio::gather(aio::return_exceptions, heart);
    if (error) std::rethrow_exception(error);
    co_return *result;
}
