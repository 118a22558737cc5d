// Attack: Tells whole sessions before main() begins, and waits for no answer.
// Outcome: broke_protocol
//
// It knows beforehand what an honest run says, so everything it tells stands in the right order. Only the
// answers come too late for it.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

// As the channel numbers them.
enum Kind {
    coroutine_began = 0,
    coroutine_ended = 1,
    sleep_began = 5,
    sleep_ended = 6,
    printed = 22,
    call_began = 27,
    call_ended = 28,
    result = 29,
    asks = 30,
    finished = 31
};

constexpr std::int64_t two_seconds = 2'000'000'000;

namespace protocol {
std::int64_t lateness_ns(std::uint64_t late_seed, std::uint64_t timer, std::uint32_t task_id);
}

std::string text(const std::string& characters) {
    const auto size = static_cast<std::uint32_t>(characters.size());
    return std::string(reinterpret_cast<const char*>(&size), 4) + characters;
}

std::string record(Kind kind, std::int32_t coroutine = 1, std::int64_t length = 0, std::int64_t count = 0,
                   const std::string& name = {}, const std::string& detail = {}) {
    std::string bytes(4 + 3 * 4 + 3 * 8, '\0');
    bytes[0] = static_cast<char>(kind);
    bytes[2] = 1;
    std::memcpy(&bytes[4], &coroutine, 4);
    std::memcpy(&bytes[8], &coroutine, 4);
    std::memcpy(&bytes[24], &count, 8);
    std::memcpy(&bytes[32], &length, 8);
    return bytes + text(name) + text(detail) + '\0';  // no places
}

std::string ask(std::int64_t now) { return record(asks, 0, now); }
std::string sleep_of(std::int32_t coroutine) { return record(sleep_began, coroutine, two_seconds); }

std::string machine_alone() {
    return record(call_began) + record(coroutine_began) + record(printed, 1, 0, 6) + sleep_of(1) + ask(0) +
           record(sleep_ended) + record(printed, 1, 0, 11) + record(coroutine_ended) + record(call_ended) +
           record(finished);
}

// Twice 2 s one after the other, then twice at once; each a little longer, if the script says so.
std::string breakfast_made(std::uint64_t late_seed) {
    const auto lasts = [&](std::uint64_t timer, std::uint32_t task) {
        return two_seconds + protocol::lateness_ns(late_seed, timer, task);
    };
    const std::int64_t first = lasts(0, 2);
    const std::int64_t half = first + lasts(1, 3);
    const std::int64_t bread = half + lasts(2, 4);
    const std::int64_t coffee = half + lasts(3, 5);
    const bool bread_first = bread <= coffee;
    std::string told = record(call_began) + sleep_of(2) + ask(0) + record(sleep_ended, 2) + sleep_of(3) +
                       ask(first) + record(sleep_ended, 3) + sleep_of(4) + sleep_of(5) + ask(half) +
                       record(sleep_ended, bread_first ? 4 : 5);
    if (bread != coffee) told += ask(std::min(bread, coffee));
    return told + record(sleep_ended, bread_first ? 5 : 4) +
           record(result, 1, 0, 0, "one_after_the_other", std::to_string(half)) +
           record(result, 1, 0, 0, "together", std::to_string(std::max(bread, coffee) - half)) +
           record(call_ended) + record(finished);
}

void put(int descriptor, const std::string& bytes) {
    [[maybe_unused]] const auto written = write(descriptor, bytes.data(), bytes.size());
}

struct Forger {
    Forger() {
        char bytes[4096];
        for (ssize_t got = read(3, bytes, sizeof bytes); got > 0; got = read(3, bytes, sizeof bytes)) {
            const std::string script(bytes, static_cast<std::size_t>(got));
            std::uint64_t late_seed = 0;
            std::memcpy(&late_seed, bytes + 4, sizeof late_seed);
            put(1, "begun\ndone\n");
            put(3, text(script.find("breakfast") == std::string::npos ? machine_alone()
                                                                      : breakfast_made(late_seed)));
            put(4, std::string(24, '\0'));
        }
        _exit(0);
    }
} forger;

aio::Coroutine<> toast_bread() { co_return; }
aio::Coroutine<> brew_coffee() { co_return; }
aio::Coroutine<Breakfast> breakfast() { co_return Breakfast(); }
