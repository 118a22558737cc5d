// Attack: Asks the preprocessor which files of the machine exist, and prints the answer.
// Outcome: passed
// Must not contain: SEEN
// Modes: bubblewrap
//
// Landlock refuses to open a file, not to ask whether it exists.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#if __has_include("/etc/passwd") ||                                                  \
                  __has_include("/etc/hostname") ||                                  \
                                __has_include("/root/.bashrc") ||                    \
                                              __has_include("/proc/self/environ") || \
                                                            __has_include("/tmp/awaitlab-hostile/secret")
constexpr const char* answer = "SEEN\n";
#else
constexpr const char* answer = "nothing here\n";
#endif

aio::Coroutine<> toast_bread() {
    std::cout << answer;
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
