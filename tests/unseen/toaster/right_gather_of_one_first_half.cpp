// Right: uses gather everywhere, with a single argument in the first half.
#include "exercises/toaster/toaster.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("Tostada: dentro");
    co_await aio::sleep(2s);
    std::puts("Tostada: lista");
}

aio::Coroutine<> brew_coffee() {
    std::puts("Café: en marcha");
    co_await aio::sleep(2s);
    std::puts("Café: listo");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast desayuno;
    auto inicio = aio::now();
    co_await aio::gather(toast_bread());
    co_await aio::gather(brew_coffee());
    desayuno.one_after_the_other = aio::now() - inicio;
    inicio = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    desayuno.together = aio::now() - inicio;
    co_return desayuno;
}
