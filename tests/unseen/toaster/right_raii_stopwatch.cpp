// Right: a stopwatch object writes the duration into the result when its block ends.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

class Stopwatch {
public:
    explicit Stopwatch(aio::Duration& into) : into_(into), since_(aio::now()) {}
    ~Stopwatch() { into_ = aio::now() - since_; }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    aio::Duration& into_;
    aio::Duration since_;
};

aio::Coroutine<> toast_bread() {
    std::clog << "bread: in\n";
    co_await aio::sleep(2s);
    std::clog << "bread: done\n";
}

aio::Coroutine<> brew_coffee() {
    std::clog << "coffee: in\n";
    co_await aio::sleep(2s);
    std::clog << "coffee: done\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    {
        Stopwatch watch(measured.one_after_the_other);
        co_await toast_bread();
        co_await brew_coffee();
    }
    {
        Stopwatch watch(measured.together);
        co_await aio::gather(toast_bread(), brew_coffee());
    }
    co_return measured;
}
