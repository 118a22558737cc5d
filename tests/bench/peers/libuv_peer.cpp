// libuv_peer WORK COUNT: the runtime benchmark's works on libuv alone, with callbacks. Prints the ns of
// processor time of one; nothing where libuv has no such thing.

#include <uv.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

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

template <class Handle>
void close_now(Handle* handle) {
    uv_close(reinterpret_cast<uv_handle_t*>(handle), nullptr);
}

void yield(uv_loop_t& loop, std::uint64_t count, std::uint64_t handles) {
    std::vector<uv_idle_t> idles(handles);
    std::vector<std::uint64_t> left(handles, count / handles);
    for (std::size_t i = 0; i < handles; ++i) {
        uv_idle_init(&loop, &idles[i]);
        idles[i].data = &left[i];
        uv_idle_start(&idles[i], [](uv_idle_t* one) {
            if (--*static_cast<std::uint64_t*>(one->data) == 0) close_now(one);
        });
    }
    uv_run(&loop, UV_RUN_DEFAULT);
}

void sleepers(uv_loop_t& loop, std::uint64_t count) {
    std::vector<uv_timer_t> timers(count);
    Delays delays;
    for (uv_timer_t& timer : timers) {
        uv_timer_init(&loop, &timer);
        uv_timer_start(&timer, [](uv_timer_t* one) { close_now(one); }, delays.next_ms(), 0);
    }
    uv_run(&loop, UV_RUN_DEFAULT);
}

void gather(uv_loop_t& loop, std::uint64_t count) {
    std::vector<uv_idle_t> idles(count);
    for (uv_idle_t& one : idles) {
        uv_idle_init(&loop, &one);
        uv_idle_start(&one, [](uv_idle_t* idle) { close_now(idle); });
    }
    uv_run(&loop, UV_RUN_DEFAULT);
}

struct Timed {
    uv_timer_t work;
    uv_timer_t limit;
};

void timeout_fires(uv_loop_t& loop, std::uint64_t count) {
    for (std::uint64_t done = 0; done < count; done += 100) {
        std::vector<Timed> together(100);
        for (Timed& one : together) {
            uv_timer_init(&loop, &one.work);
            uv_timer_init(&loop, &one.limit);
            one.limit.data = &one;
            uv_timer_start(&one.work, [](uv_timer_t*) { std::abort(); }, 3'600'000, 0);
            uv_timer_start(
                &one.limit,
                [](uv_timer_t* limit) {
                    close_now(&static_cast<Timed*>(limit->data)->work);
                    close_now(limit);
                },
                1, 0);
        }
        uv_run(&loop, UV_RUN_DEFAULT);
    }
}

struct Quiet {
    uv_idle_t work;
    uv_timer_t limit;
    std::uint64_t left;
};

void timeout_quiet(uv_loop_t& loop, std::uint64_t count) {
    Quiet quiet{};
    quiet.left = count;
    quiet.work.data = &quiet;
    uv_timer_init(&loop, &quiet.limit);
    uv_idle_init(&loop, &quiet.work);
    uv_timer_start(&quiet.limit, [](uv_timer_t*) { std::abort(); }, 60'000, 0);
    uv_idle_start(&quiet.work, [](uv_idle_t* work) {
        Quiet& all = *static_cast<Quiet*>(work->data);
        uv_timer_stop(&all.limit);
        if (--all.left == 0) {
            close_now(&all.limit);
            close_now(work);
        } else {
            uv_timer_start(&all.limit, [](uv_timer_t*) { std::abort(); }, 60'000, 0);
        }
    });
    uv_run(&loop, UV_RUN_DEFAULT);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::string work = argv[1];
    const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
    uv_loop_t loop;
    uv_loop_init(&loop);
    const double began = cpu_ns();
    if (work == "yield_real") {
        yield(loop, count, 1);
    } else if (work == "yield_real_100") {
        yield(loop, count, 100);
    } else if (work == "sleepers_real_100k") {
        sleepers(loop, count);
    } else if (work == "gather") {
        gather(loop, count);
    } else if (work == "timeout_fires") {
        timeout_fires(loop, count);
    } else if (work == "timeout_quiet") {
        timeout_quiet(loop, count);
    } else {
        return 0;
    }
    std::printf("%.2f\n", (cpu_ns() - began) / static_cast<double>(count));
}
