// Attack: Jumps out of the coroutine with longjmp().
// Outcome: crashed | exited_early | timed_out

#include "exercises/toaster/toaster.hpp"

#include <csetjmp>
#include <iostream>

using namespace std::chrono_literals;

std::jmp_buf somewhere;
struct Marks {
    Marks() {
        // The frame that is marked here is gone by the time of the jump.
        [[maybe_unused]] const int back = setjmp(somewhere);
    }
} marks;

aio::Coroutine<> toast_bread() {
    std::longjmp(somewhere, 1);
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
