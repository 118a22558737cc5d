// Right: Machines return what they made; wait_for gives each of them plenty of time.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <tuple>

using namespace std::chrono_literals;

namespace {

aio::Coroutine<std::string> produce(std::string product) {
    std::cout << "Making " << product << ".\n";
    co_await aio::sleep(2s);
    std::cout << "Here is your " << product << ".\n";
    co_return product;
}

}  // namespace

aio::Coroutine<> toast_bread() {
    std::string toast = co_await aio::wait_for(produce("toast"), 5s);
    (void)toast;
}

aio::Coroutine<> brew_coffee() {
    std::string coffee = co_await aio::wait_for(produce("coffee"), 5s);
    (void)coffee;
}

aio::Coroutine<Breakfast> breakfast() {
    const auto eight = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto later = aio::now();
    const auto [toast, coffee] = co_await aio::gather(produce("toast"), produce("coffee"));
    const auto latest = aio::now();
    std::cout << toast << " with " << coffee << "\n";
    co_return Breakfast{later - eight, latest - later};
}
