#include "tests/runtime/io_streams.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

namespace {
aio::Coroutine<> reads_without_waiting() {
    auto [stream, child] = aio::output_pipe();
    put(child, "one two");
    const std::string one = co_await stream.read_some(3);
    CHECK(one == "one");
    const std::string rest = co_await stream.read_some();
    CHECK(rest == " two");
    child.close();
    const std::string end = co_await stream.read_some();
    CHECK(end.empty());
    const std::string still_the_end = co_await stream.read_some();
    CHECK(still_the_end.empty());
}
}  // namespace
TEST_CASE("what is there is read at once, at most as much as asked for, and the end is an empty string") {
    aio::run(reads_without_waiting());
}

namespace {
aio::Coroutine<> reads_after_waiting() {
    auto [stream, child] = aio::output_pipe();
    aio::Task<> writer = aio::create_task(write_later(std::move(child)));
    const std::string all = co_await read_all(stream);
    CHECK(all == "late");
    co_await writer;
}
}  // namespace
TEST_CASE("a read waits until the other side writes, and ends when it closes") {
    aio::run(reads_after_waiting());
}

namespace {
aio::Coroutine<> ten_megabytes() {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    aio::Stream reader(ends[0]);
    aio::Stream writer(ends[1]);
    std::string sent(10'000'000, '\0');
    for (std::size_t i = 0; i < sent.size(); ++i) sent[i] = static_cast<char>(i * 7 / 5);
    aio::Task<std::string> received = aio::create_task(read_all(reader));
    co_await write_and_close(writer, sent);
    const std::string all = co_await received;
    CHECK((all == sent));
}
}  // namespace
TEST_CASE("ten megabytes go through a pipe unchanged") { aio::run(ten_megabytes()); }

namespace {
aio::Coroutine<> ping_pong() {
    auto [near, far] = two_streams();
    aio::Task<> other = aio::create_task(echo(far));
    for (int i = 0; i < 1000; ++i) {
        const std::string question = std::to_string(i);
        co_await near.write_all(question);
        const std::string answer = co_await near.read_some();
        REQUIRE(answer == question);
    }
    near.close();
    co_await other;
}
}  // namespace
TEST_CASE("a socket carries small messages both ways") { aio::run(ping_pong()); }

namespace {
aio::Coroutine<> both_sides_full() {
    auto [near, far] = two_streams();
    aio::Task<> other = aio::create_task(echo(far));
    const std::string sent(3'000'000, 'x');
    aio::Task<> writer = aio::create_task(near.write_all(sent));
    std::size_t received = 0;
    while (received < sent.size()) {
        const std::string some = co_await near.read_some();
        REQUIRE_FALSE(some.empty());
        received += some.size();
    }
    co_await writer;
    near.close();
    co_await other;
}
}  // namespace
TEST_CASE("one coroutine can read while another writes") { aio::run(both_sides_full()); }

namespace {
aio::Coroutine<> holds_the_loop(aio::Duration length) {
    std::this_thread::sleep_for(length);
    co_return;
}

/// The step of another task outlasts the deadline, and nothing is ready when it is over.
aio::Coroutine<bool> passes_in_another_step() {
    auto [stream, child] = aio::output_pipe();
    const aio::Task<> other = aio::create_task(holds_the_loop(5ms));
    try {
        co_await aio::timeout(1ms, stream.read_some());
        co_return false;
    } catch (const aio::TimeoutError&) {
        co_return true;
    }
}
}  // namespace
// libuv runs timers that are due before it waits, and then waits without them.
TEST_CASE(
    "a deadline that passes while a step runs is not slept through, though something outside is pending") {
    CHECK(aio::run(passes_in_another_step()));
}
