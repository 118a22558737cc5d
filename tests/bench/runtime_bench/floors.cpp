#include "tests/bench/runtime_bench/floors.hpp"

#include "tests/bench/runtime_bench/measure.hpp"

#include <uv.h>

#include <coroutine>
#include <cstdlib>
#include <exception>
#include <functional>
#include <new>
#include <queue>
#include <stdexcept>
#include <utility>
#include <vector>

namespace bench::floors {

namespace {

struct Bare {
    struct promise_type {
        Bare get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
    std::coroutine_handle<> handle;
};

[[gnu::noinline]] Bare counts(std::uint64_t* counter) {
    for (;;) {
        ++*counter;
        co_await std::suspend_always{};
    }
}

/// A power of two of places, so that the end wraps with one `and`.
struct Ring {
    static constexpr std::size_t places = 128;
    std::coroutine_handle<> handles[places];
    std::size_t first = 0;
    std::size_t end = 0;

    bool empty() const { return first == end; }
    void push(std::coroutine_handle<> handle) { handles[end++ % places] = handle; }
    std::coroutine_handle<> pop() { return handles[first++ % places]; }
};

struct BackInto {
    Ring& ring;
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) noexcept { ring.push(handle); }
    void await_resume() noexcept {}
};

[[gnu::noinline]] Bare goes_round(Ring* ring, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) co_await BackInto{*ring};
}

/// The least that can be awaited, with a free list of frames.
struct Child {
    struct promise_type {
        std::coroutine_handle<> awaiter = std::noop_coroutine();
        std::uint64_t value = 0;
        std::exception_ptr error;

        Child get_return_object() { return Child(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct Final {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
                return ended.promise().awaiter;
            }
            void await_resume() noexcept {}
        };
        Final final_suspend() noexcept { return {}; }
        void return_value(std::uint64_t returned) { value = returned; }
        void unhandled_exception() noexcept { error = std::current_exception(); }

        static void* operator new(std::size_t size) {
            const std::size_t at = (size + 63) / 64;
            void* block = free_blocks[at];
            if (block == nullptr) return ::operator new(at * 64);
            free_blocks[at] = *static_cast<void**>(block);
            return block;
        }
        static void operator delete(void* block, std::size_t size) {
            const std::size_t at = (size + 63) / 64;
            *static_cast<void**>(block) = free_blocks[at];
            free_blocks[at] = block;
        }
        static inline void* free_blocks[64] = {};
    };

    explicit Child(std::coroutine_handle<promise_type> made) : handle(made) {}
    Child(Child&& other) noexcept : handle(std::exchange(other.handle, {})) {}
    Child& operator=(Child&&) = delete;
    ~Child() {
        if (handle) handle.destroy();
    }

    bool await_ready() noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) noexcept {
        handle.promise().awaiter = awaiter;
        return handle;
    }
    std::uint64_t await_resume() {
        if (handle.promise().error) std::rethrow_exception(handle.promise().error);
        return handle.promise().value;
    }

    std::coroutine_handle<promise_type> handle;
};

[[gnu::noinline]] Child returns(std::uint64_t value) { co_return value; }

[[gnu::noinline]] Child sums(std::uint64_t count) {
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t got = co_await returns(i);
        sum += got;
    }
    co_return sum;
}

[[gnu::noinline]] Child throws(bool really) {
    if (really) throw std::runtime_error("thrown");
    co_return 0;
}

[[gnu::noinline]] Child catches(std::uint64_t count) {
    std::uint64_t caught = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        try {
            co_await throws(true);
        } catch (const std::runtime_error&) {
            ++caught;
        }
    }
    co_return caught;
}

[[gnu::noinline]] void throw_one() { throw std::runtime_error("thrown"); }

struct IdleLoop {
    IdleLoop() { uv_loop_init(&loop); }
    ~IdleLoop() {
        uv_run(&loop, UV_RUN_DEFAULT);
        uv_loop_close(&loop);
    }
    uv_loop_t loop{};
};

}  // namespace

double resume(std::uint64_t count) {
    std::uint64_t counter = 0;
    Bare bare = counts(&counter);
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) {
        keep(bare.handle);
        bare.handle.resume();
    }
    const double each = watch.ns_each(count);
    bare.handle.destroy();
    return each;
}

double ring(std::uint64_t count) {
    constexpr std::uint64_t handles = 100;
    Ring ring;
    std::vector<Bare> all;
    for (std::uint64_t i = 0; i < handles; ++i) {
        all.push_back(goes_round(&ring, count / handles));
        ring.push(all.back().handle);
    }
    const Stopwatch watch;
    while (!ring.empty()) ring.pop().resume();
    const double each = watch.ns_each(count);
    for (const Bare& one : all) one.handle.destroy();
    return each;
}

double malloc_free(std::uint64_t count) {
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) {
        void* block = std::malloc(200);
        keep(block);
        std::free(block);
    }
    return watch.ns_each(count);
}

double malloc_then_free(std::uint64_t count) {
    std::vector<void*> blocks(count);
    const Stopwatch watch;
    for (void*& block : blocks) {
        block = std::malloc(200);
        static_cast<char*>(block)[0] = 1;  // its three cache lines are what a task would touch
        static_cast<char*>(block)[100] = 1;
        static_cast<char*>(block)[199] = 1;
    }
    for (void* block : blocks) std::free(block);
    return watch.ns_each(count);
}

double heap(std::uint64_t count) {
    using Entry = std::pair<std::uint64_t, std::uint64_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    Delays delays;
    std::uint64_t sum = 0;
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) queue.emplace(delays.next_ms() * 1'000'000ULL, i);
    while (!queue.empty()) {
        sum += queue.top().second;
        queue.pop();
    }
    keep(sum);
    return watch.ns_each(count);
}

double throw_catch(std::uint64_t count) {
    std::uint64_t caught = 0;
    const Stopwatch watch;
    for (std::uint64_t i = 0; i < count; ++i) {
        try {
            throw_one();
        } catch (const std::runtime_error&) {
            ++caught;
        }
    }
    keep(caught);
    return watch.ns_each(count);
}

double throw_coroutine(std::uint64_t count) {
    const Child all = catches(count);
    const Stopwatch watch;
    all.handle.resume();
    return watch.ns_each(count);
}

double idle_iteration(std::uint64_t count) {
    IdleLoop idle;
    uv_idle_t handle;
    uv_idle_init(&idle.loop, &handle);
    std::uint64_t left = count;
    handle.data = &left;
    uv_idle_start(&handle, [](uv_idle_t* one) {
        if (--*static_cast<std::uint64_t*>(one->data) == 0)
            uv_close(reinterpret_cast<uv_handle_t*>(one), nullptr);
    });
    const Stopwatch watch;
    uv_run(&idle.loop, UV_RUN_DEFAULT);
    return watch.ns_each(count);
}

double pooled_child(std::uint64_t count) {
    const Child all = sums(count);
    const Stopwatch watch;
    all.handle.resume();
    return watch.ns_each(count);
}

double raw_libuv_sleepers(std::uint64_t count) {
    IdleLoop idle;
    Delays delays;
    const Stopwatch watch;
    std::vector<uv_timer_t> timers(count);
    for (uv_timer_t& timer : timers) {
        uv_timer_init(&idle.loop, &timer);
        uv_timer_start(
            &timer, [](uv_timer_t* one) { uv_close(reinterpret_cast<uv_handle_t*>(one), nullptr); },
            delays.next_ms(), 0);
    }
    uv_run(&idle.loop, UV_RUN_DEFAULT);
    return watch.ns_each(count);
}

}  // namespace bench::floors
