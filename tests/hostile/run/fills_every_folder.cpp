// Attack: Writes many files wherever it can write at all.
// Outcome: passed
// Modes: bubblewrap landlock
//
// Bounded: 500 files of 4 kB. With rlimits alone it may write where the user may.

#include "exercises/toaster/toaster.hpp"

#include <fstream>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

void attack() {
    const std::string page(4096, 'x');
    for (int i = 0; i < 500; ++i) {
        for (const char* folder : {"/", "/tmp/", "/dev/shm/", ""}) {
            std::ofstream(folder + ("awaitlab-hostile-" + std::to_string(i))) << page;
        }
    }
}

aio::Coroutine<> toast_bread() {
    attack();
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
