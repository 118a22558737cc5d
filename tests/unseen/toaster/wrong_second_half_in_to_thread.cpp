// Wrong: the second half sleeps in aio::to_thread; cancelled meanwhile, the threads still sleep on and speak.
// Loses: together, stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <cstdio>
#include <string>
#include <thread>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("Bread: in the toaster");
    co_await aio::sleep(2s);
    std::puts("Bread: ready");
}

aio::Coroutine<> brew_coffee() {
    std::puts("Coffee: in the pot");
    co_await aio::sleep(2s);
    std::puts("Coffee: ready");
}

static void work(std::string what) {
    std::puts((what + ": on").c_str());
    std::this_thread::sleep_for(2s);
    std::puts((what + ": off").c_str());
}

static aio::Coroutine<> in_parallel(std::string what) { co_await aio::to_thread(work, what); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(in_parallel("Bread"), in_parallel("Coffee"));
    measured.together = aio::now() - start;
    co_return measured;
}
