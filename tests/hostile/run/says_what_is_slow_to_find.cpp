// Attack: Says half a megabyte that looks like what the other machine says, up to its last letter.
// Outcome: passed | failed
//
// The grader looks for one machine's words among the other's.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

// Not in the declared functions, so that only the words tell which machine it is.
aio::Coroutine<> works(std::string words) {
    std::cout << words;
    co_await aio::sleep(2s);
    std::cout << "ready\n";
}

aio::Coroutine<> toast_bread() { co_await works(std::string(120'000, 'a') + "b" + std::string(60'000, 'a')); }
aio::Coroutine<> brew_coffee() { co_await works(std::string(240'000, 'a') + "c"); }

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
