// Attack: Erases the order that it was sent, so that its fault in other orders never shows.
// Outcome: broke_protocol

#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <cstring>
#include <iostream>

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
class Recorder;
Recorder* current_recorder();
}  // namespace child

// Behind three pointers of its bases, the channel and the seed: a vector.
void attack() {
    std::uintptr_t words[8];
    void* recorder = child::current_recorder();
    std::memcpy(words, recorder, sizeof words);
    words[6] = words[5];
    std::memcpy(recorder, words, sizeof words);
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
    bool done = false;
    aio::Event set;
    co_await aio::gather(toast_bread(), first(done), second(done, set));
    measured.together = aio::now() - start;
    co_return measured;
}
