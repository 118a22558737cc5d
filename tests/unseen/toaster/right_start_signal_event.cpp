// Right: both wait for a start signal, which a third coroutine in the same gather gives at once.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

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

namespace {

aio::Coroutine<> bread_after(aio::Event& go) {
    co_await go.wait();
    co_await toast_bread();
}

aio::Coroutine<> coffee_after(aio::Event& go) {
    co_await go.wait();
    co_await brew_coffee();
}

}  // namespace

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    aio::Event go;
    auto starter = [](aio::Event& event) -> aio::Coroutine<> {
        event.set();
        co_return;
    };
    start = aio::now();
    co_await aio::gather(bread_after(go), coffee_after(go), starter(go));
    measured.together = aio::now() - start;
    co_return measured;
}
