// Replaces the C library's functions that sleep: where the time is virtual they move it and record that,
// instead of waiting; everywhere else they do what they always do. They must not act outside of a step: libuv
// and the C library itself wait with them, too.

#include "grader/child/submission_threads.hpp"
#include "grader/child/system_call.hpp"
#include "grader/child/trapped_waits.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <limits>

namespace {

using namespace child;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Turns the kernel's result into the C library's: -1 and errno for a failure.
int result_of(long given) {
    if (given >= 0) return static_cast<int>(given);
    errno = static_cast<int>(-given);
    return -1;
}

/// A wait that nothing can end.
template <class Wait>
int wait_for_ever(const char* in_what, Wait wait) {
    if (Recorder* recorder = stepping()) recorder->stuck(in_what);
    if (!in_started_thread()) return wait();
    const Resting resting;
    return wait();
}

/// A wait for descriptors: a ready one is reported at once; if none is ready, it is a sleep of `timeout`
/// (negative: without end). `look` makes the call with a timeout of zero, `wait` as it was meant.
template <class Look, class Wait>
int wait_for_descriptors(Nanoseconds timeout, const char* in_what, Look look, Wait wait) {
    if (!is_virtual_here()) return wait();
    const int ready = look();
    if (ready != 0) return ready;
    if (timeout >= Nanoseconds::zero()) {
        block(timeout, in_what);
        return 0;
    }
    return wait_for_ever(in_what, wait);
}

Nanoseconds timeout_of(const timespec* timeout) {
    return timeout != nullptr ? length_of(*timeout) : Nanoseconds(-1);
}

constexpr timespec at_once{0, 0};

}  // namespace

extern "C" {

int clock_nanosleep(clockid_t clock, int flags, const timespec* request, timespec* left) {
    if (is_virtual_here()) {
        block((flags & TIMER_ABSTIME) != 0 ? until(clock, *request) : length_of(*request), "sleep");
        return 0;
    }
    return static_cast<int>(
        -waiting_call(SYS_clock_nanosleep, clock, flags, address(request), address(left)));
}

int nanosleep(const timespec* request, timespec* left) {
    if (block(length_of(*request), "sleep")) return 0;
    return result_of(waiting_call(SYS_clock_nanosleep, CLOCK_REALTIME, 0, address(request), address(left)));
}

int usleep(useconds_t length) {
    const timespec request = to_timespec(microseconds(length));
    return nanosleep(&request, nullptr);
}

unsigned sleep(unsigned length) {
    const timespec request = to_timespec(seconds(length));
    nanosleep(&request, nullptr);
    return 0;
}

[[gnu::weak]] int pause() {
    return wait_for_ever("waiting for a signal",
                         [] { return result_of(waiting_call(SYS_ppoll, 0, 0, 0, 0, _NSIG / 8)); });
}

[[gnu::weak]] int ppoll(pollfd* descriptors, nfds_t count, const timespec* timeout, const sigset_t* signals) {
    const auto call = [&](const timespec* how_long) {
        timespec kernels = how_long != nullptr ? *how_long : at_once;  // which writes into it
        return result_of(waiting_call(SYS_ppoll, address(descriptors), static_cast<long>(count),
                                      how_long != nullptr ? address(&kernels) : 0, address(signals),
                                      _NSIG / 8));
    };
    return wait_for_descriptors(
        timeout_of(timeout), "poll", [&] { return call(&at_once); }, [&] { return call(timeout); });
}

int poll(pollfd* descriptors, nfds_t count, int timeout) {
    const timespec length = to_timespec(milliseconds(timeout));
    return ppoll(descriptors, count, timeout >= 0 ? &length : nullptr, nullptr);
}

[[gnu::weak]] int pselect(int count, fd_set* __restrict read, fd_set* __restrict write,
                          fd_set* __restrict except, const timespec* __restrict timeout,
                          const sigset_t* __restrict signals) {
    const struct {
        const sigset_t* set;
        std::size_t size;
    } mask{signals, _NSIG / 8};
    const auto call = [&](fd_set* r, fd_set* w, fd_set* e, const timespec* how_long) {
        timespec kernels = how_long != nullptr ? *how_long : at_once;
        return result_of(waiting_call(SYS_pselect6, count, address(r), address(w), address(e),
                                      how_long != nullptr ? address(&kernels) : 0, address(&mask)));
    };
    // When nothing is ready the sets come back empty, as they must after a wait that timed out.
    return wait_for_descriptors(
        timeout_of(timeout), "select", [&] { return call(read, write, except, &at_once); },
        [&] { return call(read, write, except, timeout); });
}

int select(int count, fd_set* __restrict read, fd_set* __restrict write, fd_set* __restrict except,
           timeval* __restrict timeout) {
    timespec length{};
    if (timeout != nullptr) length = to_timespec(seconds(timeout->tv_sec) + microseconds(timeout->tv_usec));
    const int ready = pselect(count, read, write, except, timeout != nullptr ? &length : nullptr, nullptr);
    if (ready == 0 && timeout != nullptr) *timeout = {};  // nothing of it is left
    return ready;
}

[[gnu::weak]] int epoll_pwait(int epoll, epoll_event* events, int most, int timeout,
                              const sigset_t* signals) {
    const auto call = [&](int how_long) {
        return result_of(waiting_call(SYS_epoll_pwait, epoll, address(events), most, how_long,
                                      address(signals), _NSIG / 8));
    };
    return wait_for_descriptors(
        milliseconds(timeout), "epoll_wait", [&] { return call(0); }, [&] { return call(timeout); });
}

[[gnu::weak]] int epoll_wait(int epoll, epoll_event* events, int most, int timeout) {
    return epoll_pwait(epoll, events, most, timeout, nullptr);
}

}  // extern "C"
