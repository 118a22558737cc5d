// Attack: Sends the grader messages that are full of long texts.
// Outcome: broke_protocol | timed_out | crashed

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

namespace child {
class Recorder {
public:
    void result(std::uint64_t call, const std::string& name, const std::string& value);
};
Recorder* current_recorder();
}  // namespace child

aio::Coroutine<> toast_bread() {
    const std::string text(1 << 16, 'x');
    for (int i = 0; i < 1'000'000; ++i) child::current_recorder()->result(0, text, text);
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
