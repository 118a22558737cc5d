// Right: a general "take all of these", sorted and without doubles.
#include "exercises/two_locks/two_locks.hpp"

#include <algorithm>
#include <vector>

static aio::Coroutine<std::vector<aio::Guard>> take_all(std::vector<Account*> accounts) {
    std::ranges::sort(accounts, {}, &Account::number);
    const auto doubles = std::ranges::unique(accounts);
    accounts.erase(doubles.begin(), doubles.end());
    std::vector<aio::Guard> guards;
    for (Account* account : accounts) {
        auto guard = co_await account->lock.acquire();
        guards.push_back(std::move(guard));
    }
    co_return guards;
}

aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length) {
    const auto guards = co_await take_all({&from, &to});
    co_await aio::sleep(length);
    from.money -= amount;
    to.money += amount;
}
