// Attack: Prints bytes that are no text, and what moves a terminal's cursor.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cstdio>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    for (int byte = 0; byte < 256; ++byte) std::putchar(byte);
    std::fputs("\x1b[2J\x1b]0;owned\a\xe2\x80\xae]]></script>&#0;\xff\xfe\xf5\x80\r\n", stdout);
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
