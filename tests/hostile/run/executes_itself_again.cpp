// Attack: Becomes itself once more, in the middle of the conversation.
// Outcome: timed_out | broke_protocol | passed

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cerrno>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    execl(program_invocation_name, program_invocation_name, nullptr);
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
