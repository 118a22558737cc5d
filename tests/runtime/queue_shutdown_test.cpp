#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace {

using namespace support;

aio::Coroutine<std::string> how_get_ends(aio::Queue<int>& queue) {
    std::string seen;
    try {
        const int item = co_await queue.get();
        seen = std::to_string(item);
    } catch (const aio::QueueShutDown&) {
        seen = "shut down";
    } catch (const aio::RuntimeError& error) {
        seen = error.what();
    }
    co_return seen;
}

aio::Coroutine<std::string> how_put_ends(aio::Queue<int>& queue) {
    std::string seen = "put";
    try {
        co_await queue.put(9);
    } catch (const aio::QueueShutDown&) {
        seen = "shut down";
    } catch (const aio::RuntimeError& error) {
        seen = error.what();
    }
    co_return seen;
}

aio::Coroutine<> shut_down() {
    aio::Queue<int> queue(1);
    queue.put_nowait(1);
    const auto putter = aio::create_task(how_put_ends(queue));
    co_await aio::sleep(1s);
    queue.shutdown();
    const std::string put = co_await putter;
    CHECK(put == "shut down");
    CHECK_THROWS_AS(queue.put_nowait(2), aio::QueueShutDown);
    const std::string got = co_await how_get_ends(queue);
    CHECK(got == "1");
    const std::string nothing = co_await how_get_ends(queue);
    CHECK(nothing == "shut down");
    CHECK_THROWS_AS(queue.get_nowait(), aio::QueueShutDown);
}

aio::Coroutine<> shut_down_at_once() {
    aio::Queue<int> queue;
    const auto getter = aio::create_task(how_get_ends(queue));
    co_await aio::sleep(1s);
    queue.shutdown(true);
    const std::string got = co_await getter;
    CHECK(got == "shut down");

    aio::Queue<int> full;
    full.put_nowait(1);
    full.put_nowait(2);
    const auto joiner = aio::create_task(aio::detail::await_it(full.join()));
    co_await aio::sleep(1s);
    full.shutdown(true);
    co_await joiner;
    CHECK(full.empty());
}

aio::Coroutine<std::string> destroyed_while_waited_on() {
    auto queue = std::make_unique<aio::Queue<int>>(1);
    const auto getter = aio::create_task(how_get_ends(*queue));
    co_await aio::sleep(1s);
    auto full = std::make_unique<aio::Queue<int>>(1);
    full->put_nowait(1);
    const auto putter = aio::create_task(how_put_ends(*full));
    co_await aio::sleep(1s);
    queue.reset();
    full.reset();
    const std::string got = co_await getter;
    const std::string put = co_await putter;
    CHECK(got == put);
    co_return got;
}

}  // namespace

TEST_CASE("a queue that was shut down takes nothing more, and gives what it still has") {
    in_virtual_time(shut_down());
}

TEST_CASE("an immediate shutdown drops the items and lets everybody go") {
    in_virtual_time(shut_down_at_once());
}

TEST_CASE("who waits at a queue that is destroyed gets an error that says so") {
    CHECK(in_virtual_time(destroyed_while_waited_on()).find("the queue was destroyed") == 0);
}
