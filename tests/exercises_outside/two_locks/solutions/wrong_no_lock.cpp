// Wrong: the lock of the account that is paid is not taken.
// Loses: no-deadlock
#include "exercises/two_locks/two_locks.hpp"

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    auto guard = co_await from.lock.acquire();
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}
