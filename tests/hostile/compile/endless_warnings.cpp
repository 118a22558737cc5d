// Attack: Makes the compiler print megabytes of warnings.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#define SAY1 _Pragma("GCC warning \"this warning is as long as it can be, and there are a great many of it\"")
#define SAY8 SAY1 SAY1 SAY1 SAY1 SAY1 SAY1 SAY1 SAY1
#define SAY64 SAY8 SAY8 SAY8 SAY8 SAY8 SAY8 SAY8 SAY8
#define SAY512 SAY64 SAY64 SAY64 SAY64 SAY64 SAY64 SAY64 SAY64
#define SAY4096 SAY512 SAY512 SAY512 SAY512 SAY512 SAY512 SAY512 SAY512
SAY4096

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
