// Right: each try is a gather() that gives errors back instead of throwing them.
#include "exercises/retry/retry.hpp"

#include <exception>
#include <tuple>

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    std::exception_ptr error;
    for (int i = 0; i < tries; ++i) {
        if (i > 0) co_await aio::sleep(pause * (1 << (i - 1)));
        auto [result] = co_await aio::gather(aio::return_exceptions, service.ask());
        if (result.ok()) co_return result.value();
        error = result.error();
    }
    std::rethrow_exception(error);
}
