#include "tests/runtime/io_streams.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

using namespace std::chrono_literals;

namespace {
aio::Coroutine<int> error_of_writing(aio::Stream& stream, std::string bytes) {
    try {
        co_await stream.write_all(std::move(bytes));
    } catch (const std::system_error& error) {
        co_return error.code().value();
    }
    co_return 0;
}
aio::Coroutine<> nobody_reads() {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    aio::Stream pipe(ends[1]);
    ::close(ends[0]);
    const int of_pipe = co_await error_of_writing(pipe, "x");
    CHECK(of_pipe == EPIPE);
    auto [socket, other] = aio::socket_pair();
    other.close();
    const int of_socket = co_await error_of_writing(socket, "x");
    CHECK(of_socket == EPIPE);
}
aio::Coroutine<> reader_goes_while_we_wait() {
    for (const bool socket : {false, true}) {
        int ends[2];
        REQUIRE((socket ? ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) : ::pipe(ends)) == 0);
        aio::Stream writer(ends[1]);
        aio::Task<int> error = aio::create_task(error_of_writing(writer, std::string(1'000'000, 'x')));
        co_await aio::sleep(1ms);
        CHECK_FALSE(error.done());
        ::close(ends[0]);
        const int number = co_await error;
        CHECK(number == EPIPE);
    }
}
}  // namespace
TEST_CASE("writing where nobody reads is an error, not a signal") { aio::run(nobody_reads()); }
TEST_CASE("a write that waits is told when the reader goes") { aio::run(reader_goes_while_we_wait()); }

namespace {
aio::Coroutine<> peer_dies_with_unread_bytes() {
    auto [stream, child] = aio::socket_pair();
    put(child, "last words");
    co_await stream.write_all("never read");
    child.close();
    const std::string all = co_await read_all(stream);
    CHECK(all == "last words");
}
}  // namespace
TEST_CASE("a peer that dies without reading everything is the end, after what it said") {
    aio::run(peer_dies_with_unread_bytes());
}

namespace {
aio::Coroutine<bool> times_out(aio::Stream& stream) {
    try {
        co_await aio::timeout(2ms, stream.read_some());
    } catch (const aio::TimeoutError&) {
        co_return true;
    }
    co_return false;
}
aio::Coroutine<> read_after_a_cancelled_read() {
    auto [stream, child] = aio::socket_pair();
    const bool first = co_await times_out(stream);
    CHECK(first);
    const bool second = co_await times_out(stream);
    CHECK(second);
    aio::Task<std::string> reader = aio::create_task(stream.read_some());
    co_await aio::sleep(1ms);
    put(child, "kept");
    reader.cancel();
    co_await aio::sleep(1ms);
    CHECK(reader.cancelled());
    const std::string bytes = co_await stream.read_some();
    CHECK(bytes == "kept");
}
}  // namespace
TEST_CASE("a read can be cancelled or timed out, and loses nothing") {
    aio::run(read_after_a_cancelled_read());
}

namespace {
aio::Coroutine<> write_times_out() {
    auto [stream, child] = aio::socket_pair();
    bool late = false;
    try {
        co_await aio::timeout(2ms, stream.write_all(std::string(1'000'000, 'x')));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    CHECK(late);
}
}  // namespace
TEST_CASE("a write that nobody takes can be timed out") { aio::run(write_times_out()); }

namespace {
aio::Coroutine<> two_readers() {
    auto [stream, child] = aio::socket_pair();
    aio::Task<std::string> first = aio::create_task(stream.read_some());
    co_await aio::sleep(1ms);
    bool refused = false;
    try {
        co_await stream.read_some();
    } catch (const aio::RuntimeError&) {
        refused = true;
    }
    CHECK(refused);
    put(child, "for the first");
    const std::string bytes = co_await first;
    CHECK(bytes == "for the first");
}
}  // namespace
TEST_CASE("a second reader is refused, and the first one is not disturbed") { aio::run(two_readers()); }

namespace {
aio::Coroutine<> closed_under_a_reader() {
    auto [opened, child] = aio::socket_pair();
    std::optional<aio::Stream> stream(std::move(opened));
    aio::Task<std::string> reader = aio::create_task(stream->read_some());
    co_await aio::sleep(1ms);
    stream.reset();
    bool told = false;
    try {
        co_await reader;
    } catch (const aio::RuntimeError&) {
        told = true;
    }
    CHECK(told);
}
}  // namespace
TEST_CASE("who reads a stream that dies is told so") { aio::run(closed_under_a_reader()); }

namespace {
aio::Coroutine<> left_waiting(aio::Stream& stream) {
    aio::Task<std::string> reader = aio::create_task(stream.read_some());
    co_await aio::sleep(1ms);
    CHECK_FALSE(reader.done());
}
aio::Coroutine<> reads_again(aio::Stream& stream, aio::Descriptor child) {
    aio::Task<> writer = aio::create_task(write_later(std::move(child)));
    const std::string all = co_await read_all(stream);
    CHECK(all == "late");
    co_await writer;
}
}  // namespace
TEST_CASE("a stream outlives the run in which somebody waited on it") {
    auto [stream, child] = aio::socket_pair();
    aio::run(left_waiting(stream));
    aio::run(reads_again(stream, std::move(child)));
}

namespace {
aio::Coroutine<> idle_stream_and_no_slot() {
    auto [stream, child] = aio::socket_pair();
    put(child, "x");
    co_await stream.read_some();
    aio::Task<std::string> reader = aio::create_task(stream.read_some());
    co_await aio::sleep(1ms);
    reader.cancel();
    aio::Semaphore none(0);
    auto slot = co_await none.acquire();
}
}  // namespace
TEST_CASE("an open stream on which nobody waits does not hide a deadlock") {
    CHECK_THROWS_AS(aio::run(idle_stream_and_no_slot()), aio::DeadlockError);
}

namespace {
aio::Coroutine<> virtual_time_flows() {
    auto [stream, child] = aio::output_pipe();
    aio::Task<> writer = aio::create_task(write_later(std::move(child)));
    const aio::Duration began = aio::now();
    const std::string bytes = co_await aio::timeout(1h, stream.read_some());
    CHECK(bytes == "late");
    CHECK(aio::now() - began < 1s);
    co_await aio::sleep(1h);
    CHECK(aio::now() - began >= 1h);
    co_await writer;
}
}  // namespace
TEST_CASE("virtual time flows while a read waits, and jumps again afterwards") {
    aio::VirtualClock clock;
    aio::RunOptions options;
    options.clock = &clock;
    aio::run(virtual_time_flows(), options);
}

namespace {
aio::Coroutine<> endless_reading(aio::Stream& stream) {
    for (;;) co_await stream.read_some(1);
}
aio::Coroutine<> other_side_never_stops() {
    aio::Stream zeros(::open("/dev/zero", O_RDONLY | O_CLOEXEC));
    bool late = false;
    try {
        co_await aio::timeout(2ms, endless_reading(zeros));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    CHECK(late);
}
}  // namespace
TEST_CASE("a source that never runs dry does not hold up the loop") { aio::run(other_side_never_stops()); }

TEST_CASE("a stream on no descriptor is an error") { CHECK_THROWS_AS(aio::Stream(-1), std::system_error); }
