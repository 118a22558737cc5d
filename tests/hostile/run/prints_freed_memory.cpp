// Attack: Prints memory of every size after it has been given back, and what fresh memory holds.
// Outcome: passed
//
// Every run of it must say the same: see same_every_time_test.cpp.

#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <cstdlib>
#include <iostream>

using namespace std::chrono_literals;

std::uint64_t sum_of(const unsigned char* bytes, std::size_t size) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum = sum * 1099511628211U + bytes[i];
    return sum;
}
void tell() {
    for (std::size_t size = 24; size < 5000; size += 120) {
        auto* const bytes = static_cast<unsigned char*>(std::malloc(size));
        std::cout << sum_of(bytes, size) << ' ';
        std::free(bytes);
        asm volatile("" ::: "memory");
        std::cout << sum_of(bytes, size) << '\n';
    }
}

aio::Coroutine<> toast_bread() {
    tell();
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
