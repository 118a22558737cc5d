// Wrong: every request has its moment from the beginning; where a timer is late, the next ones come too soon after it.
// Loses: rate-kept
#include "exercises/rate_limit/rate_limit.hpp"

#include <vector>

static aio::Coroutine<> at(aio::Duration moment, int number, aio::Duration length) {
    if (moment > aio::Duration::zero()) co_await aio::sleep(moment);
    co_await send(number, length);
}

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    std::vector<aio::Coroutine<>> all;
    for (int number = 0; number < requests; ++number) all.push_back(at(number / most * span, number, length));
    co_await aio::gather(std::move(all));
}
