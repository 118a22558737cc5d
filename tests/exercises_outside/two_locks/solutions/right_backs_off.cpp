// Right: who finds the second lock taken gives the first one back, and waits for the second.
#include "exercises/two_locks/two_locks.hpp"

#include <optional>
#include <utility>

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    Account* one = &from;
    Account* other = &to;
    std::optional<aio::Guard> one_guard;
    std::optional<aio::Guard> other_guard;
    one_guard.emplace(co_await one->lock.acquire());
    while (one != other && !other_guard) {
        if (other->lock.locked()) {
            one_guard.reset();
            std::swap(one, other);
            one_guard.emplace(co_await one->lock.acquire());
        } else {
            other_guard.emplace(co_await other->lock.acquire());
        }
    }
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}
