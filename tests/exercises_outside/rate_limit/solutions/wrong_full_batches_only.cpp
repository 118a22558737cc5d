// Wrong: only full batches are sent: the rest is forgotten.
// Loses: each-once, as-early-as-allowed
#include "exercises/rate_limit/rate_limit.hpp"

#include <vector>

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    std::vector<aio::Task<>> sent;
    try {
        for (int number = 0; number < requests / most * most; ++number) {
            if (number > 0 && number % most == 0) co_await aio::sleep(span);
            sent.push_back(aio::create_task(send(number, length)));
        }
        co_await aio::gather(sent);
    } catch (...) {
        for (const auto& task : sent) task.cancel();
        throw;
    }
}
