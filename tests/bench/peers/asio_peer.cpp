// asio_peer WORK COUNT: the runtime benchmark's works in Asio's coroutines, on one thread. Prints the ns of
// processor time of one; nothing where it has no such thing. It is Boost's Asio, or a standalone one;
// before 1.24 that has no parallel group for a number of operations known only when it runs: `gather` is then
// co_spawn and a count, which does less.

#ifdef ASIO_STANDALONE
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>
#else
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#endif

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#ifndef ASIO_STANDALONE
namespace asio {
using namespace boost::asio;
using boost::system::error_code;
}  // namespace asio
#endif

namespace {

using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;
using asio::awaitable;
using asio::use_awaitable;
using Timer = asio::steady_timer;
using Slots = asio::experimental::channel<void(asio::error_code, int)>;

double cpu_ns() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

struct Delays {
    std::uint64_t state = 12345;
    std::uint32_t next_ms() {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return 10 + static_cast<std::uint32_t>(state >> 33U) % 991;
    }
};

awaitable<std::uint64_t> returns(std::uint64_t value) { co_return value; }
awaitable<void> nothing() { co_return; }

awaitable<void> yields(std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) co_await asio::post(use_awaitable);
}

awaitable<void> sleeps(std::chrono::milliseconds length) {
    Timer timer(co_await asio::this_coro::executor, length);
    co_await timer.async_wait(use_awaitable);
}

awaitable<void> holds_a_slot(Slots& slots) {
    co_await slots.async_send(asio::error_code{}, 1, use_awaitable);
    co_await asio::post(use_awaitable);
    slots.try_receive([](auto...) {});
}

awaitable<void> times_out() {
    Timer limit(co_await asio::this_coro::executor, 1ms);
    const auto which = co_await (sleeps(1h) || limit.async_wait(use_awaitable));
    if (which.index() != 1) std::abort();
}

/// Counts what was spawned down to none.
class Join {
public:
    explicit Join(const asio::any_io_executor& executor)
        : executor_(executor), all_ended_(executor, Timer::time_point::max()) {}

    void spawn(awaitable<void> work) {
        ++left_;
        asio::co_spawn(executor_, std::move(work), [this](const std::exception_ptr& error) {
            if (error) std::abort();
            if (--left_ == 0) all_ended_.cancel();
        });
    }
    awaitable<void> wait() {
        asio::error_code ignored;
        if (left_ > 0) co_await all_ended_.async_wait(asio::redirect_error(use_awaitable, ignored));
    }

private:
    asio::any_io_executor executor_;
    Timer all_ended_;
    std::uint64_t left_ = 0;
};

awaitable<void> gather(std::uint64_t count) {
    const auto executor = co_await asio::this_coro::executor;
#ifndef ASIO_STANDALONE
    using Operation = decltype(asio::co_spawn(executor, yields(1), asio::deferred));
    std::vector<Operation> operations;
    operations.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        operations.push_back(asio::co_spawn(executor, yields(1), asio::deferred));
    co_await asio::experimental::make_parallel_group(std::move(operations))
        .async_wait(asio::experimental::wait_for_all(), use_awaitable);
#else
    Join join(executor);
    for (std::uint64_t i = 0; i < count; ++i) join.spawn(yields(1));
    co_await join.wait();
#endif
}

awaitable<void> does(std::string work, std::uint64_t count) {
    const auto executor = co_await asio::this_coro::executor;
    Join join(executor);
    const double began = cpu_ns();
    if (work == "yield_real") {
        co_await yields(count);
    } else if (work == "yield_real_100") {
        for (int i = 0; i < 100; ++i) join.spawn(yields(count / 100));
        co_await join.wait();
    } else if (work == "task") {
        for (std::uint64_t done = 0; done < count; done += 1000) {
            for (int i = 0; i < 1000; ++i) join.spawn(nothing());
            co_await join.wait();
        }
    } else if (work == "child") {
        std::uint64_t sum = 0;
        for (std::uint64_t i = 0; i < count; ++i) sum += co_await returns(i);
        if (sum == 1) std::abort();
    } else if (work == "sleepers_real_100k") {
        Delays delays;
        for (std::uint64_t i = 0; i < count; ++i)
            join.spawn(sleeps(std::chrono::milliseconds(delays.next_ms())));
        co_await join.wait();
    } else if (work == "semaphore") {
        Slots slots(executor, 3);
        for (std::uint64_t i = 0; i < count; ++i) join.spawn(holds_a_slot(slots));
        co_await join.wait();
    } else if (work == "gather") {
        co_await gather(count);
    } else if (work == "timeout_fires") {
        for (std::uint64_t done = 0; done < count; done += 100) {
            for (int i = 0; i < 100; ++i) join.spawn(times_out());
            co_await join.wait();
        }
    } else if (work == "timeout_quiet") {
        Timer limit(executor);
        for (std::uint64_t i = 0; i < count; ++i) {
            limit.expires_after(60s);
            const auto which = co_await (yields(1) || limit.async_wait(use_awaitable));
            if (which.index() != 0) std::abort();
        }
    } else {
        co_return;
    }
    std::printf("%.2f\n", (cpu_ns() - began) / static_cast<double>(count));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    asio::io_context context(1);
    asio::co_spawn(context, does(argv[1], std::strtoull(argv[2], nullptr, 10)), asio::detached);
    context.run();
}
