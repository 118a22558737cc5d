// Right: the locks are taken in the order of their addresses, each by a function of its own.
#include "exercises/two_locks/two_locks.hpp"

#include <functional>

static aio::Coroutine<> paperwork(Account& from, Account& to, int amount, aio::Duration length) {
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    if (&from == &to) {
        auto only = co_await from.lock.acquire();
        co_await paperwork(from, to, amount, length);
    } else if (std::less<>()(&from, &to)) {
        auto one = co_await from.lock.acquire();
        auto other = co_await to.lock.acquire();
        co_await paperwork(from, to, amount, length);
    } else {
        auto one = co_await to.lock.acquire();
        auto other = co_await from.lock.acquire();
        co_await paperwork(from, to, amount, length);
    }
}
