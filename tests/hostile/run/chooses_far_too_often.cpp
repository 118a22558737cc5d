// Attack: Tells of thirty thousand choices that nobody had.
// Outcome: broke_protocol
//
// Nobody goes next who is said to have overtaken another one.

#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <iostream>
#include <span>

using namespace std::chrono_literals;

namespace child {
class Recorder {
public:
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept;
};
Recorder* current_recorder();
}  // namespace child

void attack() {
    const std::uint32_t ids[] = {1'000'001, 1'000'002};
    for (int i = 0; i < 30'000; ++i) child::current_recorder()->choose(ids);
}

aio::Coroutine<> toast_bread() {
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
    attack();
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
