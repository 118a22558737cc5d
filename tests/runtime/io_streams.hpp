#pragma once

#include "runtime/aio.hpp"
#include "runtime/io/pipe.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <string>
#include <utility>

// What the tests of streams share.

inline aio::Coroutine<std::string> read_all(aio::Stream& stream) {
    std::string all;
    for (;;) {
        const std::string some = co_await stream.read_some();
        if (some.empty()) co_return all;
        all += some;
    }
}

inline aio::Coroutine<> write_and_close(aio::Stream& stream, std::string bytes) {
    co_await stream.write_all(std::move(bytes));
    stream.close();
}

inline aio::Coroutine<> echo(aio::Stream& stream) {
    for (;;) {
        std::string some = co_await stream.read_some();
        if (some.empty()) co_return;
        co_await stream.write_all(std::move(some));
    }
}

inline std::pair<aio::Stream, aio::Stream> two_streams() {
    auto [ours, theirs] = aio::socket_pair();
    return {std::move(ours), aio::Stream(theirs.release())};
}

inline void put(const aio::Descriptor& descriptor, const std::string& bytes) {
    REQUIRE(::write(descriptor.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
}

inline aio::Coroutine<> write_later(aio::Descriptor child) {
    co_await aio::sleep(std::chrono::milliseconds(2));
    put(child, "late");
}
