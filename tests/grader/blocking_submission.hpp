#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace blocking_submission {

/// A submission that blocks the loop in another way for every number, called as crawl(number, 0); so it is
/// compiled once. Each way is on one line, after its number: `case 7: …`.
inline constexpr std::string_view source = R"source(#include "exercises/crawler/crawler.hpp"
#include <poll.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/times.h>
#include <threads.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <future>
#include <iostream>
#include <mutex>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

aio::Coroutine<> download(aio::Semaphore& slots, int) { auto slot = co_await slots.acquire(); }

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double thread_cpu_seconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

double used_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec) + 1e-6 * static_cast<double>(used.ru_utime.tv_usec);
}

double ticked_seconds() {
    tms used{};
    return static_cast<double>(times(&used)) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

template <class Function>
void spin(Function seconds) {
    const double end = seconds() + 2;
    while (seconds() < end) {
    }
}

std::mutex mutex;
std::condition_variable condition;
bool told = false;

void nap() { std::this_thread::sleep_for(2s); }

void tell() {
    std::this_thread::sleep_for(2s);
    const std::lock_guard lock(mutex);
    told = true;
    condition.notify_one();
}

/// A system call without a function around it.
[[gnu::always_inline]] inline long kernel(long number, long a, long b, long c, long d) {
#if defined(__x86_64__)
    long result = number;
    register long fourth asm("r10") = d;
    asm volatile("syscall" : "+a"(result) : "D"(a), "S"(b), "d"(c), "r"(fourth) : "rcx", "r11", "memory");
#else
    register long called asm("x8") = number;
    register long result asm("x0") = a;
    register long second asm("x1") = b;
    register long third asm("x2") = c;
    register long fourth asm("x3") = d;
    asm volatile("svc #0" : "+r"(result) : "r"(called), "r"(second), "r"(third), "r"(fourth) : "memory");
#endif
    return result;
}

timespec in_two_seconds() {
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    time.tv_sec += 2;
    return time;
}

timeval two_seconds{2, 0};
timespec exactly_two{2, 0};

aio::Coroutine<> crawl(int what, int) {
    co_await aio::sleep(1s);
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::unique_lock lock(mutex);
    char byte = 0;
    switch (what) {
        case 0: std::this_thread::sleep_for(2s); break;
        case 1: std::this_thread::sleep_until(Clock::now() + 2s); break;
        case 2: ::sleep(2); break;
        case 3: ::usleep(2'000'000); break;
        case 4: ::nanosleep(&exactly_two, nullptr); break;
        case 5: ::poll(nullptr, 0, 2000); break;
        case 6: ::select(0, nullptr, nullptr, nullptr, &two_seconds); break;
        case 7: ::ppoll(nullptr, 0, &exactly_two, nullptr); break;
        case 8: ::pselect(0, nullptr, nullptr, nullptr, &exactly_two, nullptr); break;
        case 9: { epoll_event event{}; ::epoll_wait(::epoll_create1(0), &event, 1, 2000); break; }
        case 10: condition.wait_for(lock, 2s); break;
        case 11: condition.wait_until(lock, std::chrono::system_clock::now() + 2s); break;
        case 12: { std::thread other(tell); condition.wait(lock, [] { return told; }); lock.unlock(); other.join(); break; }
        case 13: future.wait_for(2s); break;
        case 14: { std::thread other([&] { nap(); promise.set_value(1); }); future.get(); other.join(); break; }
        case 15: { std::thread other(nap); other.join(); break; }
        case 16: std::async(std::launch::async, nap).get(); break;
        case 17: { const auto end = Clock::now() + 2s; while (Clock::now() < end) {} break; }
        case 18: { const auto end = std::time(nullptr) + 2; while (std::time(nullptr) < end) {} break; }
        case 19: spin(cpu_seconds); break;
        case 20: spin(thread_cpu_seconds); break;
        case 21: spin(used_seconds); break;
        case 22: spin(ticked_seconds); break;
        case 23: if (std::system("sleep 2") != 0) std::abort(); break;
        case 24: std::cin >> byte; break;
        case 25: std::getchar(); break;
        case 26: if (::read(0, &byte, 1) != 0) std::abort(); break;
        case 27: if (std::system("true") == 0) std::abort(); break;
        case 28: condition.wait(lock); break;
        case 29: mutex.lock(); break;
        case 30: future.get(); break;
        case 31: { std::counting_semaphore<1> none(0); none.acquire(); break; }
        case 32: ::pause(); break;
        case 33: { std::counting_semaphore<1> none(0); if (none.try_acquire_for(2s)) std::abort(); break; }
        case 34: { std::thread other([&] { future.wait(); }); other.join(); break; }
        case 36: { std::thread other(tell); std::cout << condition.wait_for(lock, 1s, [] { return told; }); lock.unlock(); other.join(); break; }
        case 37: { const auto end = aio::now() + 2s; while (aio::now() < end) {} break; }
        case 38: { const auto end = std::chrono::system_clock::now() + 2s; while (std::chrono::system_clock::now() < end) {} break; }
        case 39: { timespec at{}; clock_gettime(CLOCK_MONOTONIC, &at); const auto end = at.tv_sec + 2; while (at.tv_sec < end) syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &at); break; }
        case 40: { timeval at{}; gettimeofday(&at, nullptr); const auto end = at.tv_sec + 2; while (at.tv_sec < end) syscall(SYS_gettimeofday, &at, nullptr); break; }
        case 41: if (kernel(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, (long)&exactly_two, 0) != 0) std::abort(); break;
        case 42: if (kernel(SYS_ppoll, 0, 0, (long)&exactly_two, 0) != 0) std::abort(); break;
        case 43: { int word = 0; if (kernel(SYS_futex, (long)&word, 0, 0, (long)&exactly_two) != -ETIMEDOUT) std::abort(); break; }
        case 44: { sem_t none; sem_init(&none, 0, 0); const timespec end = in_two_seconds(); if (sem_timedwait(&none, &end) == 0) std::abort(); break; }
        case 45: { const timespec nap = exactly_two; if (thrd_sleep(&nap, nullptr) != 0) std::abort(); break; }
        case 46: kernel(SYS_rt_sigsuspend, 0, 0, 0, 0); break;
        case 35: std::this_thread::sleep_for(0s); ::usleep(0); break;
    }
}
)source";

/// The line of that way.
inline std::uint32_t line_of(int what) {
    const std::size_t at = source.find("case " + std::to_string(what) + ":");
    return 1 + static_cast<std::uint32_t>(std::ranges::count(source.substr(0, at), '\n'));
}

/// The line of the instruction by which some of them call the kernel.
inline std::uint32_t line_of_instruction() {
    const std::size_t at = source.find("asm volatile(\"syscall\"");
    return 1 + static_cast<std::uint32_t>(std::ranges::count(source.substr(0, at), '\n'));
}

}  // namespace blocking_submission
