// Right: A class for the machines, another for the stopwatch.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <utility>

class Machine {
  public:
    Machine(std::string name, aio::Duration duration) : name_(std::move(name)), duration_(duration) {}

    aio::Coroutine<> work() {
        std::cout << name_ << " started\n";
        co_await aio::sleep(duration_);
        std::cout << name_ << " finished\n";
    }

  private:
    std::string name_;
    aio::Duration duration_;
};

class Stopwatch {
  public:
    aio::Duration lap() {
        const aio::Duration now = aio::now();
        return now - std::exchange(last_, now);
    }

  private:
    aio::Duration last_ = aio::now();
};

aio::Coroutine<> toast_bread() {
    Machine toaster("toaster", std::chrono::seconds(2));
    co_await toaster.work();
}

aio::Coroutine<> brew_coffee() {
    Machine pot("coffee pot", std::chrono::seconds(2));
    co_await pot.work();
}

aio::Coroutine<Breakfast> breakfast() {
    Stopwatch stopwatch;
    Breakfast measured;
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = stopwatch.lap();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = stopwatch.lap();
    co_return measured;
}
