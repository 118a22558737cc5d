// Right: Recursion: the head of a list of machines first and then the rest, or together with the rest.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "> bread" << std::flush;
    co_await aio::sleep(2s);
    std::cout << "< bread" << std::flush;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "> coffee" << std::flush;
    co_await aio::sleep(2s);
    std::cout << "< coffee" << std::flush;
}

using Machine = aio::Coroutine<> (*)();
const Machine all_machines[] = {brew_coffee, toast_bread, nullptr};

aio::Coroutine<> each(const Machine* list) {
    if (*list == nullptr) co_return;
    co_await (*list)();
    co_await each(list + 1);
}

aio::Coroutine<> all(const Machine* list) {
    if (*list == nullptr) co_return;
    co_await aio::gather((*list)(), all(list + 1));
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast answer;
    aio::Duration begin = aio::now();
    co_await each(all_machines);
    answer.one_after_the_other = aio::now() - begin;
    begin = aio::now();
    co_await all(all_machines);
    answer.together = aio::now() - begin;
    co_return answer;
}
