// Attack: Resumes its own coroutine by the handle, behind the loop's back.
// Outcome: crashed | failed | deadlocked | timed_out | broke_protocol
//
// What comes of it depends on the shape of the frames; it is only asked that it harms nobody else.

#include "exercises/toaster/toaster.hpp"

#include <coroutine>
#include <iostream>

using namespace std::chrono_literals;

struct Steal {
    std::coroutine_handle<>* place;
    bool await_ready() { return false; }
    bool await_suspend(std::coroutine_handle<> handle) {
        *place = handle;
        return false;
    }
    void await_resume() {}
};
std::coroutine_handle<> stolen;

aio::Coroutine<> toast_bread() {
    co_await Steal{&stolen};
    if (stolen) {
        const auto once = stolen;
        stolen = nullptr;
        once.resume();
    }
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
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
