// Attack: Cuts, moves and rewrites what it has printed already.
// Outcome: passed | failed

#include "exercises/toaster/toaster.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    std::cout << "first thoughts" << std::endl;
    fcntl(1, F_SETFL, 0);
    lseek(1, 500'000, SEEK_SET);
    [[maybe_unused]] auto ignored = ftruncate(1, 800'000);
    ignored = ftruncate(1, 0);
    fcntl(1, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK);
    void* const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 1, 0);
    if (page != MAP_FAILED) munmap(page, 4096);
    lseek(1, 0, SEEK_SET);
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
