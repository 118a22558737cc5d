// Right: Lambdas without captures do the work, and a vector of coroutines is gathered.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

const auto prepare = [](std::string what) -> aio::Coroutine<> {
    std::clog << what << ": go" << std::endl;
    co_await aio::sleep(std::chrono::seconds{2});
    std::clog << what << ": done" << std::endl;
};

const auto measure = [](aio::Coroutine<> work) -> aio::Coroutine<aio::Duration> {
    const auto start = std::chrono::steady_clock::now();
    co_await work;
    co_return std::chrono::steady_clock::now() - start;
};

const auto serial = []() -> aio::Coroutine<> {
    co_await toast_bread();
    co_await brew_coffee();
};

const auto parallel = []() -> aio::Coroutine<> {
    std::vector<aio::Coroutine<>> both;
    both.push_back(toast_bread());
    both.push_back(brew_coffee());
    co_await aio::gather(std::move(both));
};

}  // namespace

aio::Coroutine<> toast_bread() { return prepare("bread"); }

aio::Coroutine<> brew_coffee() { return prepare("coffee"); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await measure(serial());
    measured.together = co_await measure(parallel());
    co_return measured;
}
