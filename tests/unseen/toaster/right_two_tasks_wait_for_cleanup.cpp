// Right: when cancelled it cancels both tasks, waits until they have ended, and then rethrows the same exception.
#include "exercises/toaster/toaster.hpp"

#include <exception>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "toast: start\n";
    co_await aio::sleep(2s);
    std::cout << "toast: end\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee: start\n";
    co_await aio::sleep(2s);
    std::cout << "coffee: end\n";
}

static aio::Coroutine<> see_it_end(aio::Task<> task) {
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        // that is what we asked of it
    }
}

static aio::Coroutine<> both() {
    aio::Task<> a = aio::create_task(toast_bread());
    aio::Task<> b = aio::create_task(brew_coffee());
    std::exception_ptr why;
    try {
        co_await a;
        co_await b;
    } catch (...) {
        why = std::current_exception();
    }
    if (why) {
        co_await see_it_end(a);
        co_await see_it_end(b);
        std::rethrow_exception(why);
    }
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast result;
    auto before = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    result.one_after_the_other = aio::now() - before;
    before = aio::now();
    co_await both();
    result.together = aio::now() - before;
    co_return result;
}
