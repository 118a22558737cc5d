#include "runtime/aio.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/virtual_time.hpp"
#include "tests/bench/runtime_bench/works.hpp"

#include <cstdlib>
#include <utility>

namespace bench::works {

namespace {

aio::Coroutine<std::uint64_t> levels(std::uint64_t left) {
    if (left == 0) co_return 0;
    const std::uint64_t below = co_await levels(left - 1);
    co_return below + 1;
}

aio::Coroutine<double> goes_down(std::uint64_t count) {
    const Stopwatch watch;
    const std::uint64_t depth = co_await levels(count);
    if (depth != count) std::abort();
    co_return watch.ns_each(count);
}

aio::Coroutine<> nothing() { co_return; }
aio::Coroutine<> holds(aio::Coroutine<> inner) { co_await inner; }

/// Takes what the runtime reports, a line a coroutine, off standard error.
class Silent final : public aio::Observer {
    void on(const aio::ObservedEvent&) override {}
};

aio::Coroutine<double> drops(std::uint64_t count) {
    const Stopwatch watch;
    {
        aio::Coroutine<> chain = nothing();
        for (std::uint64_t i = 0; i < count; ++i) {
            aio::Coroutine<> outer = holds(std::move(chain));
            chain = std::move(outer);
        }
    }
    co_return watch.ns_each(count);
}

}  // namespace

double nested(std::uint64_t count) { return in_virtual_time(goes_down(count)); }

double nested_bytes(std::uint64_t count) {
    return peak_growth_bytes([] { nested(1); }, [count] { nested(count); }) / static_cast<double>(count);
}

double dropped(std::uint64_t count) {
    aio::VirtualClock clock;
    Silent silent;
    return aio::run(drops(count), {.clock = &clock, .observer = &silent});
}

}  // namespace bench::works
