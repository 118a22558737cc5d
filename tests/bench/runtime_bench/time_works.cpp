#include "runtime/aio.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/virtual_time.hpp"
#include "tests/bench/runtime_bench/works.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace bench::works {

using namespace std::chrono_literals;

namespace {

aio::Coroutine<> sleeps(aio::Duration length) { co_await aio::sleep(length); }
aio::Coroutine<> yields_once() { co_await aio::sleep(0s); }

aio::Coroutine<double> sleep_together(std::uint64_t count) {
    Delays delays;
    const Stopwatch watch;
    std::vector<aio::Task<>> tasks;
    tasks.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        tasks.push_back(aio::create_task(sleeps(std::chrono::milliseconds(delays.next_ms()))));
    }
    for (const aio::Task<>& task : tasks) co_await task;
    tasks.clear();
    co_return watch.ns_each(count);
}

aio::Coroutine<> sleeps_below(int frames) {
    if (frames == 0) {
        co_await aio::sleep(1h);
    } else {
        co_await sleeps_below(frames - 1);
    }
}

aio::Coroutine<> times_out(int frames) {
    bool late = false;
    try {
        co_await aio::timeout(1ms, sleeps_below(frames));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    if (!late) std::abort();
}

aio::Coroutine<double> time_out(std::uint64_t count, int frames) {
    const Stopwatch watch;
    for (std::uint64_t done = 0; done < count; done += 100) {
        std::vector<aio::Coroutine<>> together;
        for (int i = 0; i < 100; ++i) together.push_back(times_out(frames));
        co_await aio::gather(std::move(together));
    }
    co_return watch.ns_each(count);
}

aio::Coroutine<double> end_in_time(std::uint64_t count) {
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) co_await aio::timeout(60s, yields_once());
    co_return watch.ns_each(count);
}

aio::Coroutine<double> median_lateness(std::uint64_t count) {
    std::vector<double> late(count);
    for (double& one : late) {
        const double began = wall_ns();
        co_await aio::sleep(1ms);
        one = wall_ns() - began - 1e6;
    }
    std::sort(late.begin(), late.end());
    co_return late.front() < 0 ? -1 : late[count / 2];
}

}  // namespace

double sleepers(std::uint64_t count) { return in_virtual_time(sleep_together(count)); }
double sleepers_real(std::uint64_t count) { return aio::run(sleep_together(count)); }
double timeout_fires(std::uint64_t count) { return in_virtual_time(time_out(count, 0)); }
double timeout_fires_frame(std::uint64_t count) {
    constexpr int frames = 10;
    const double deep = in_virtual_time(time_out(count, frames));
    return (deep - in_virtual_time(time_out(count, 0))) / frames;
}
double timeout_quiet(std::uint64_t count) { return in_virtual_time(end_in_time(count)); }
double lateness_1ms(std::uint64_t count) { return aio::run(median_lateness(count)); }

double sleeper_bytes(std::uint64_t count) {
    return peak_growth_bytes([] { sleepers(1); }, [count] { sleepers(count); }) / static_cast<double>(count);
}

double timeout_growth(std::uint64_t count) {
    return peak_growth_bytes([] { timeout_quiet(1000); }, [count] { timeout_quiet(count); }) /
           static_cast<double>(count);
}

}  // namespace bench::works
