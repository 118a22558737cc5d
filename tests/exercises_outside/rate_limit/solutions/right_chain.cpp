// Right: each request waits for the event that the one `most` before it has begun, then for a span.
#include "exercises/rate_limit/rate_limit.hpp"

#include <vector>

static aio::Coroutine<> one(std::vector<aio::Event>& begun, std::size_t number, std::size_t most,
                            aio::Duration span, aio::Duration length) {
    if (number >= most) {
        co_await begun[number - most].wait();
        co_await aio::sleep(span);
    }
    begun[number].set();
    co_await send(static_cast<int>(number), length);
}

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    std::vector<aio::Event> begun(static_cast<std::size_t>(requests));
    std::vector<aio::Coroutine<>> all;
    for (std::size_t number = 0; number < begun.size(); ++number) {
        all.push_back(one(begun, number, static_cast<std::size_t>(most), span, length));
    }
    co_await aio::gather(std::move(all));
}
