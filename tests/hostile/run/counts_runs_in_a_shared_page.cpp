// Attack: Counts the runs in a page that every scenario shares.
// Outcome: passed
// Must not contain: attack worked
//
// A run makes toast twice.

#include "exercises/toaster/toaster.hpp"

#include <sys/mman.h>
#include <iostream>

using namespace std::chrono_literals;

void* const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

bool is_first_run() { return page == MAP_FAILED || (*static_cast<int*>(page))++ < 2; }

aio::Coroutine<> toast_bread() {
    if (!is_first_run()) std::cout << "attack worked\n";
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
