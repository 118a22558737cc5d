// Wrong: the lock of the account that pays is taken first, so that three transfers wait in a ring.
// Loses: no-deadlock
#include "exercises/two_locks/two_locks.hpp"

#include <optional>

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    Account& first = from;
    Account& second = to;
    auto first_guard = co_await first.lock.acquire();
    std::optional<aio::Guard> second_guard;
    if (&first != &second) second_guard.emplace(co_await second.lock.acquire());
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}
