// Attack: Writes a file into every folder it can think of.
// Outcome: passed
// Modes: bubblewrap landlock
//
// With rlimits alone it may write where the user may. Every file bears the name that the test looks for.

#include "exercises/toaster/toaster.hpp"

#include <fstream>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    for (const char* folder : {"/", "/tmp/", "/var/tmp/", "/dev/shm/", "/root/", "/home/", "/etc/", "/usr/",
                               "/usr/lib/", "/run/", "", "../", "../../"}) {
        std::ofstream(std::string(folder) + "awaitlab-hostile-file") << "was here\n";
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
