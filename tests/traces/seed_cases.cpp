#include "tests/traces/kit.hpp"

#include <tuple>

// The programs a course begins with.

namespace traces {

namespace {

// A background task runs while main does something else, and is awaited later, twice.

aio::Coroutine<std::string> fetch(Log& log) {
    log("fetch starts");
    co_await aio::sleep(3s);
    log("fetch ends");
    co_return "data";
}

aio::Coroutine<> seed_background(Log& log) {
    const aio::Task<std::string> task = aio::create_task(fetch(log));
    log("main goes on");
    co_await aio::sleep(1s);
    log("main did some work");
    const std::string first = co_await task;
    log(first);
    co_await aio::sleep(1s);
    const std::string again = co_await task;
    log("again " + again);
}

// Ten downloads of 1 s, three at a time: four waves.

aio::Coroutine<int> download(Log& log, aio::Semaphore& slots, int page) {
    const auto slot = co_await slots.acquire();
    log("page " + text(page) + " start");
    co_await aio::sleep(1s);
    log("page " + text(page) + " end");
    co_return page;
}

aio::Coroutine<> seed_crawler(Log& log) {
    aio::Semaphore slots(3);
    std::vector<aio::Coroutine<int>> downloads;
    int sum = 0;
    for (int page = 0; page < 10; ++page) downloads.push_back(download(log, slots, page));
    const std::vector<int> pages = co_await aio::gather(downloads);
    for (const int page : pages) sum += page;
    log("pages " + text(sum));
}

// A slow request is cancelled, says so, and passes the cancellation on.

aio::Coroutine<std::string> request(Log& log) {
    try {
        log("request sent");
        co_await aio::sleep(60s);
        co_return "reply";
    } catch (const aio::CancelledError&) {
        log("request cleaned up");
        throw;
    }
}

aio::Coroutine<> seed_slow_request(Log& log) {
    const aio::Task<std::string> task = aio::create_task(request(log));
    co_await aio::sleep(1s);
    task.cancel();
    try {
        const std::string reply = co_await task;
        log(reply);
    } catch (const aio::CancelledError&) {
        log("main: it was cancelled");
    }
}

// Two slices of 2 s: one after the other 4 s, gathered 2 s.

aio::Coroutine<int> toast(Log& log, int slice) {
    log("slice " + text(slice) + " in");
    co_await aio::sleep(2s);
    log("slice " + text(slice) + " out");
    co_return slice;
}

aio::Coroutine<> seed_toaster(Log& log) {
    const int first = co_await toast(log, 1);
    const int second = co_await toast(log, 2);
    log(text(first) + " then " + text(second));
    const auto [a, b] = co_await aio::gather(toast(log, 3), toast(log, 4));
    log(text(a) + " with " + text(b));
}

// Three stations of 1, 5 and 0.5 s gathered under a timeout of 3 s: the slow one is cancelled.

aio::Coroutine<std::string> ask(Log& log, std::string city, aio::Duration delay) {
    try {
        co_await aio::sleep(delay);
        log(city + " answered");
        co_return city;
    } catch (const aio::CancelledError&) {
        log(city + " given up");
        throw;
    }
}

aio::Coroutine<> seed_weather(Log& log) {
    try {
        const auto answers = co_await aio::timeout(
            3s, aio::gather(ask(log, "A", 1s), ask(log, "B", 5s), ask(log, "C", 500ms)));
        log("all answered, first " + std::get<0>(answers));
    } catch (const aio::TimeoutError&) {
        log("too slow");
    }
}

const Table table{
    {"seed_background", seed_background},     {"seed_crawler", seed_crawler},
    {"seed_slow_request", seed_slow_request}, {"seed_toaster", seed_toaster},
    {"seed_weather", seed_weather},
};

}  // namespace

}  // namespace traces
