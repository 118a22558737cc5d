// Right: the bread's lines are put together in a string stream first; the coffee's go out with fwrite.
#include "exercises/toaster/toaster.hpp"

#include <cstdio>
#include <iostream>
#include <sstream>
#include <string_view>

using namespace std::chrono_literals;

static void raw(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

aio::Coroutine<> toast_bread() {
    std::ostringstream line;
    line << "bread in at " << std::chrono::duration<double>(aio::now()).count() << " s\n";
    std::cout << line.str();
    co_await aio::sleep(2s);
    line.str("");
    line << "bread out at " << std::chrono::duration<double>(aio::now()).count() << " s\n";
    std::cout << line.str();
}

aio::Coroutine<> brew_coffee() {
    raw("coffee...");
    co_await aio::sleep(2s);
    raw("!");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast m;
    auto s = aio::now();
    co_await brew_coffee();
    co_await toast_bread();
    m.one_after_the_other = aio::now() - s;
    s = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    m.together = aio::now() - s;
    co_return m;
}
