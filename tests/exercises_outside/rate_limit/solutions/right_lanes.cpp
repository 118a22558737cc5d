// Right: `most` lanes: each starts every `most`th request, and its next one a span later.
#include "exercises/rate_limit/rate_limit.hpp"

static aio::Coroutine<> lane(int first, int step, int requests, aio::Duration span, aio::Duration length,
                             aio::TaskGroup& group) {
    for (int number = first; number < requests; number += step) {
        if (number != first) co_await aio::sleep(span);
        group.create_task(send(number, length));
    }
}

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int i = 0; i < most; ++i) group.create_task(lane(i, most, requests, span, length, group));
        co_return;
    });
}
