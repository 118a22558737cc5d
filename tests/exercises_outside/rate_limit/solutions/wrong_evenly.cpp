// Wrong: the requests are spread evenly over the span, so that all but the first wait for nothing.
// Loses: as-early-as-allowed
#include "exercises/rate_limit/rate_limit.hpp"

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (int number = 0; number < requests; ++number) {
            if (number > 0) co_await aio::sleep((span + aio::Duration(most - 1)) / most);
            group.create_task(send(number, length));
        }
    });
}
