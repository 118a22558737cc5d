// Attack: Waits in processes that it forks, and waits for them.
// Outcome: failed | timed_out
// Modes: bubblewrap landlock
//
// The processes end themselves after 10 s. With rlimits alone nobody would end them before.

#include "exercises/toaster/toaster.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <iostream>
#include <thread>

using namespace std::chrono_literals;

pid_t machine(const char* what) {
    std::cout << what << " in" << std::endl;
    const pid_t process = fork();
    if (process == 0) {
        alarm(10);
        std::this_thread::sleep_for(2s);
        _exit(0);
    }
    return process;
}

aio::Coroutine<> toast_bread() {
    waitpid(machine("bread"), nullptr, 0);
    std::cout << "bread ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    waitpid(machine("coffee"), nullptr, 0);
    std::cout << "coffee ready\n";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    waitpid(machine("bread"), nullptr, 0);
    waitpid(machine("coffee"), nullptr, 0);
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    const pid_t bread = machine("bread");
    const pid_t coffee = machine("coffee");
    waitpid(bread, nullptr, 0);
    waitpid(coffee, nullptr, 0);
    measured.together = aio::now() - start;
    co_return measured;
}
