#include "runtime/aio.hpp"
#include "runtime/io/pipe.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/virtual_time.hpp"
#include "tests/bench/runtime_bench/works.hpp"

#include <utility>
#include <vector>

namespace bench::works {

using namespace std::chrono_literals;

namespace {

aio::Coroutine<> yields(std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) co_await aio::sleep(0s);
}

aio::Coroutine<double> one_task(std::uint64_t count) {
    const Stopwatch watch;
    co_await yields(count);
    co_return watch.ns_each(count);
}

aio::Coroutine<double> a_hundred_tasks(std::uint64_t count) {
    std::vector<aio::Coroutine<>> all;
    for (int i = 0; i < 100; ++i) all.push_back(yields(count / 100));
    const Stopwatch watch;
    co_await aio::gather(std::move(all));
    co_return watch.ns_each(count);
}

[[gnu::noinline]] aio::Coroutine<std::uint64_t> returns(std::uint64_t value) { co_return value; }

aio::Coroutine<double> awaits(std::uint64_t count) {
    std::uint64_t sum = 0;
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t got = co_await returns(i);
        sum += got;
    }
    const double each = watch.ns_each(count);
    keep(sum);
    co_return each;
}

aio::Coroutine<> reads(aio::Stream stream) { co_await stream.read_some(); }

aio::Coroutine<double> one_task_beside_a_reader(std::uint64_t count) {
    auto [ours, theirs] = aio::output_pipe();
    const aio::Task<> reader = aio::create_task(reads(std::move(ours)));
    co_await aio::sleep(0s);
    const double each = co_await one_task(count);
    reader.cancel();
    co_return each;
}

}  // namespace

double yield(std::uint64_t count) { return in_virtual_time(one_task(count)); }
double yield_100(std::uint64_t count) { return in_virtual_time(a_hundred_tasks(count)); }
double yield_real(std::uint64_t count) { return aio::run(one_task(count)); }
double yield_real_100(std::uint64_t count) { return aio::run(a_hundred_tasks(count)); }
double yield_outside(std::uint64_t count) { return aio::run(one_task_beside_a_reader(count)); }
double child(std::uint64_t count) { return in_virtual_time(awaits(count)); }

}  // namespace bench::works
