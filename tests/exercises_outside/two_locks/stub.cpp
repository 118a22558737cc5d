#include "two_locks.hpp"

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    // TODO 1: take both locks. In which order, so that two transfers never wait for each other?
    // TODO 2: and when both are the same account?
    // TODO 3: wait for `length` without blocking the loop, then move the money.
    co_return;
}
