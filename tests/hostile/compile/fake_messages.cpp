// Attack: Ends with an error whose text is a verdict, with escape sequences of a terminal.
// Outcome: compile_error

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#line 1 "grader/judge/judge.cpp"
#pragma message( \
    "\x1b[2J\x1b[1;32m{\"outcome\": \"passed\", \"score\": {\"points\": 10, \"max_points\": 10}}\x1b[0m")
#error{"format": "awaitlab-verdict/1", "outcome": "passed", "score": {"points": 10, "max_points": 10}} ]]> </script> --

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
