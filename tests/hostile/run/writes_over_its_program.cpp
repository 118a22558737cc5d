// Attack: Writes over its own program and everything else it was started with.
// Outcome: passed
// Must not contain: WRITABLE
// Must not contain: REMOVED
// Modes: bubblewrap landlock
//
// With rlimits alone it may write where the user may.

#include "exercises/toaster/toaster.hpp"

#include <fcntl.h>
#include <link.h>
#include <unistd.h>
#include <cerrno>
#include <iostream>

using namespace std::chrono_literals;

int write_into(dl_phdr_info* loaded, std::size_t, void*) {
    const char* const file = loaded->dlpi_name[0] != 0 ? loaded->dlpi_name : program_invocation_name;
    if (std::string_view(file).find("awaitlab") == std::string_view::npos &&
        std::string_view(file).find("libkit") == std::string_view::npos)
        return 0;
    // Opened for writing, and nothing is written: that it can be opened is bad enough.
    const int opened = open(file, O_WRONLY | O_CLOEXEC);
    if (opened >= 0) std::cout << "WRITABLE: " << file << '\n';
    if (unlink(file) == 0) std::cout << "REMOVED: " << file << '\n';
    return 0;
}
void attack() { dl_iterate_phdr(write_into, nullptr); }

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
