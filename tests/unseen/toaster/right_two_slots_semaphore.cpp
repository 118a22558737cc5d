// Right: the kitchen has two sockets (a semaphore); each job holds one while it runs, and two are enough.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <utility>
#include <vector>

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

static aio::Coroutine<> plugged_in(aio::Semaphore& sockets, aio::Coroutine<> job) {
    auto socket = co_await sockets.acquire();
    co_await job;
}

static aio::Coroutine<aio::Duration> make_all(int how_many_sockets) {
    aio::Semaphore sockets(how_many_sockets);
    std::vector<aio::Coroutine<>> jobs;
    jobs.push_back(plugged_in(sockets, toast_bread()));
    jobs.push_back(plugged_in(sockets, brew_coffee()));
    const auto start = aio::now();
    co_await aio::gather(std::move(jobs));
    co_return aio::now() - start;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await make_all(1);
    measured.together = co_await make_all(2);
    co_return measured;
}
