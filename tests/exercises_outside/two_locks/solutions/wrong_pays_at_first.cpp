// Wrong: the money leaves its account before the paperwork, and is gone when that is cancelled.
// Loses: all-or-nothing
#include "exercises/two_locks/two_locks.hpp"

#include <optional>

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    // Always the smaller number first: then there is no ring.
    Account& first = from.number < to.number ? from : to;
    Account& second = from.number < to.number ? to : from;
    auto first_guard = co_await first.lock.acquire();
    std::optional<aio::Guard> second_guard;
    if (&first != &second) second_guard.emplace(co_await second.lock.acquire());
    from.money -= amount;
    co_await aio::sleep(length);
    to.money += amount;
}
