#include "rate_limit.hpp"

#include <deque>

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        std::deque<aio::Duration> begun;  // when the last ones did; a timer may have been late
        for (int number = 0; number < requests; ++number) {
            if (static_cast<int>(begun.size()) == most) {
                const aio::Duration left = begun.front() + span - aio::now();
                if (left > aio::Duration::zero()) co_await aio::sleep(left);
                begun.pop_front();
            }
            begun.push_back(aio::now());
            group.create_task(send(number, length));
        }
    });
}
