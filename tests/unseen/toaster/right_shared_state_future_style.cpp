// Right: results come back through shared pointers, as somebody used to futures would write it.
#include "exercises/toaster/toaster.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

using namespace std::chrono_literals;

struct Stamp {
    aio::Duration began{};
    aio::Duration ended{};
};
using StampPtr = std::shared_ptr<Stamp>;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<> stamped(aio::Coroutine<> job, StampPtr stamp) {
    stamp->began = aio::now();
    co_await job;
    stamp->ended = aio::now();
}

aio::Coroutine<Breakfast> breakfast() {
    auto bread = std::make_shared<Stamp>();
    auto coffee = std::make_shared<Stamp>();

    co_await stamped(toast_bread(), bread);
    co_await stamped(brew_coffee(), coffee);
    Breakfast measured;
    measured.one_after_the_other = coffee->ended - bread->began;

    co_await aio::gather(stamped(toast_bread(), bread), stamped(brew_coffee(), coffee));
    measured.together =
        std::max(bread->ended, coffee->ended) - std::min(bread->began, coffee->began);
    co_return measured;
}
