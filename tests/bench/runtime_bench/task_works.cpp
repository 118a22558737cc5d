#include "runtime/aio.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/virtual_time.hpp"
#include "tests/bench/runtime_bench/works.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace bench::works {

using namespace std::chrono_literals;

namespace {

[[gnu::noinline]] aio::Coroutine<> nothing() { co_return; }
aio::Coroutine<> yields_once() { co_await aio::sleep(0s); }

aio::Coroutine<double> creates_and_joins(std::uint64_t count, std::uint64_t at_a_time) {
    std::vector<aio::Task<>> tasks;
    tasks.reserve(at_a_time);
    const Stopwatch watch;
    for (std::uint64_t done = 0; done < count; done += at_a_time) {
        for (std::uint64_t i = 0; i < at_a_time; ++i) tasks.push_back(aio::create_task(nothing()));
        for (const aio::Task<>& task : tasks) co_await task;
        tasks.clear();
    }
    co_return watch.ns_each(count);
}

aio::Coroutine<> holds_a_slot(aio::Semaphore& slots, std::vector<std::uint64_t>& order,
                              std::uint64_t number) {
    const aio::Permit slot = co_await slots.acquire();
    order.push_back(number);
    co_await aio::sleep(0s);
}

aio::Coroutine<double> share_three_slots(std::uint64_t count) {
    aio::Semaphore slots(3);
    std::vector<std::uint64_t> order;
    order.reserve(count);
    std::vector<aio::Task<>> tasks;
    tasks.reserve(count);
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i)
        tasks.push_back(aio::create_task(holds_a_slot(slots, order, i)));
    for (const aio::Task<>& task : tasks) co_await task;
    const double each = watch.ns_each(count);
    co_return std::is_sorted(order.begin(), order.end()) ? each : -1;
}

aio::Coroutine<double> gathers(std::uint64_t count) {
    const Stopwatch watch;
    std::vector<aio::Coroutine<>> children;
    children.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) children.push_back(yields_once());
    co_await aio::gather(std::move(children));
    co_return watch.ns_each(count);
}

}  // namespace

double task(std::uint64_t count) { return in_virtual_time(creates_and_joins(count, 1000)); }
double task_all_at_once(std::uint64_t count) { return in_virtual_time(creates_and_joins(count, count)); }
double semaphore(std::uint64_t count) { return in_virtual_time(share_three_slots(count)); }
double gather(std::uint64_t count) { return in_virtual_time(gathers(count)); }

}  // namespace bench::works
