// Attack: Tells no choices but as many as nobody can know better, and goes on first come, first served.
// Outcome: broke_protocol
//
// It names the task that goes next anyway as the one that was asked for; the one it says was overtaken comes
// later. Which tasks end their sleeps at one moment the grader knows.

#include "exercises/toaster/toaster.hpp"

#include "runtime/loop/loop.hpp"

#include <cstdint>
#include <iostream>
#include <span>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> brew_coffee();

aio::Coroutine<> first(bool& done) {
    done = true;
    co_await brew_coffee();
}

// Waits for ever where it goes before the other one.
aio::Coroutine<> second(bool& done, aio::Event& set) {
    if (!done) co_await set.wait();
}

namespace child {
class Recorder {
public:
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept;
};
Recorder* current_recorder();
}  // namespace child

class FirstComeFirstServed final : public aio::Schedule {
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept override {
        // Whatever is picked, it is the first.
        std::vector<std::uint32_t> all_alike(task_ids.size(), task_ids[0]);
        all_alike[0] = task_ids.back();
        child::current_recorder()->choose(all_alike);
        return 0;
    }
} schedule;

void attack() { aio::detail::Loop::current().let_choose(schedule); }

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
    bool done = false;
    aio::Event set;
    co_await aio::gather(toast_bread(), first(done), second(done, set));
    measured.together = aio::now() - start;
    co_return measured;
}
