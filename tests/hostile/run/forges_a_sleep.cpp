// Attack: Tells the grader of a sleep that begins and is over at once.
// Outcome: broke_protocol

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

// One record as the channel spells it: a kind, a completion, whose coroutine, what is awaited; three
// numbers of 4 bytes, three of 8; two empty texts; no places.
std::string record(int kind, std::int64_t length = 0, int coroutine = 1) {
    std::string bytes(4 + 3 * 4 + 3 * 8 + 2 * 4 + 1, '\0');
    bytes[0] = static_cast<char>(kind);
    bytes[2] = 1;
    std::memcpy(&bytes[4], &coroutine, 4);
    std::memcpy(&bytes[8], &coroutine, 4);
    std::memcpy(&bytes[32], &length, 8);
    return bytes;
}
std::string frame(const std::string& payload) {
    const auto size = static_cast<std::uint32_t>(payload.size());
    return std::string(reinterpret_cast<const char*>(&size), 4) + payload;
}
void say(const std::string& bytes) {
    [[maybe_unused]] const auto written = write(3, bytes.data(), bytes.size());
}
constexpr int sleep_began = 5;
constexpr int sleep_ended = 6;

aio::Coroutine<> toast_bread() {
    say(frame(record(sleep_began, 2'000'000'000, 77) + record(sleep_ended, 0, 77)));
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
