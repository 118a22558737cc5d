// Attack: Marks its stack as executable and asks for another program interpreter.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

asm(".section .note.GNU-stack,\"x\",@progbits\n"
    ".section .interp,\"a\",@progbits\n"
    ".asciz \"/bin/sh\"\n"
    ".text");

aio::Coroutine<> toast_bread() {
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
