// Wrong: one lock for the whole bank.
// Loses: in-parallel
#include "exercises/two_locks/two_locks.hpp"

#include <optional>

static aio::Lock bank;

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    auto whole = co_await bank.acquire();
    // Always the smaller number first: then there is no ring.
    Account& first = from.number < to.number ? from : to;
    Account& second = from.number < to.number ? to : from;
    auto first_guard = co_await first.lock.acquire();
    std::optional<aio::Guard> second_guard;
    if (&first != &second) second_guard.emplace(co_await second.lock.acquire());
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}
