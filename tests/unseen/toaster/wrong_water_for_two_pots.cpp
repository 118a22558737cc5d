// Wrong: there is water for two pots; from the third call on the coffee throws instead of waiting.
// Loses: coffee-waits, coffee-says
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <stdexcept>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

class Tank {
public:
    void take() {
        if (cups_ == 0) throw std::runtime_error("the tank is empty");
        --cups_;
    }

private:
    int cups_ = 2;
};

static Tank tank;

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    tank.take();
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
