#pragma once

#include "runtime/aio.hpp"

#include <memory>
#include <vector>

struct Account {
    Account(int its_number, int its_money) : number(its_number), money(its_money) {}

    const int number;
    int money;
    aio::Lock lock;  ///< Nobody touches the account without holding it.
};

/// Takes the locks of both accounts, does the paperwork for `length`, holding both, then moves `amount`.
/// Cancelled before that, it moves nothing. Transfers between other accounts go on meanwhile, and transfers
/// never wait for each other in a ring. When both are the same account, it takes `length`, too, and changes
/// nothing. This is what you write.
aio::Coroutine<> transfer(Account& from, Account& to, int amount, aio::Duration length);

struct Books {
    int first = 0;
    int second = 0;
    int third = 0;
};

/// Three transfers at the same time, and each wants the first account: they follow one another.
inline aio::Coroutine<Books> crossing(aio::Duration length) {
    Account first(1, 100);
    Account second(2, 100);
    Account third(3, 100);
    co_await aio::gather(transfer(first, third, 10, length), transfer(first, second, 20, length),
                         transfer(second, first, 5, length));
    co_return Books{first.money, second.money, third.money};
}

/// Transfers that have nothing to do with each other. Gives the number of accounts that have received 10.
inline aio::Coroutine<int> apart(int pairs, aio::Duration length) {
    std::vector<std::unique_ptr<Account>> accounts;
    for (int i = 0; i < 2 * pairs; ++i) accounts.push_back(std::make_unique<Account>(i, 100));
    std::vector<aio::Coroutine<>> transfers;
    for (std::size_t i = 0; i < accounts.size(); i += 2) {
        transfers.push_back(transfer(*accounts[i + 1], *accounts[i], 10, length));
    }
    co_await aio::gather(std::move(transfers));
    int received = 0;
    for (const auto& account : accounts) received += account->money == 110 ? 1 : 0;
    co_return received;
}

/// From an account to itself. Gives its money.
inline aio::Coroutine<int> to_itself(aio::Duration length) {
    Account account(1, 100);
    co_await transfer(account, account, 10, length);
    co_return account.money;
}

/// The first transfer is cancelled at `after`, and one in the other direction begins.
inline aio::Coroutine<Books> called_off(aio::Duration after, aio::Duration length) {
    Account first(1, 100);
    Account second(2, 100);
    const auto task = aio::create_task(transfer(first, second, 10, length));
    co_await aio::sleep(after);
    task.cancel();
    co_await transfer(second, first, 5, length);
    co_return Books{first.money, second.money, 0};
}
