// Replaces functions whose results differ in every run: a submission that prints random values, or orders by
// them, must do the same every time. Random numbers come from a generator that starts anew in every scenario;
// processes, threads and processors have the numbers they would have if they were alone. In a live run all of
// it is real.

#include "grader/child/chance.hpp"
#include "grader/child/stepping.hpp"
#include "grader/child/system_call.hpp"

#include <sched.h>
#include <sys/random.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <random>

namespace child {

namespace {

std::atomic<std::uint64_t> state = 0;

/// splitmix64.
std::uint64_t draw() {
    std::uint64_t mixed = state += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

void fill(void* bytes, std::size_t size) {
    auto* to = static_cast<unsigned char*>(bytes);
    for (std::size_t i = 0; i < size; ++i) to[i] = static_cast<unsigned char>(draw() >> 56);
}

/// What the kernel gives, for a live run.
std::uint64_t real_chance() {
    std::uint64_t number = 0;
    system_call(SYS_getrandom, address(&number), sizeof number, 0);
    return number;
}

constexpr pid_t this_process = 2;
constexpr pid_t its_parent = 1;

}  // namespace

void seed_chance(std::uint64_t seed) { state = seed; }

}  // namespace child

// The C++ library's random_device asks the processor directly, so we replace this function.
std::random_device::result_type std::random_device::_M_getval() {
    return static_cast<result_type>(child::is_live() ? child::real_chance() : child::draw());
}

extern "C" {

[[gnu::weak]] ssize_t getrandom(void* bytes, size_t size, unsigned flags) {
    if (!child::is_live()) {
        child::fill(bytes, size);
        return static_cast<ssize_t>(size);
    }
    const long got = child::system_call(SYS_getrandom, child::address(bytes), static_cast<long>(size), flags);
    if (got >= 0) return got;
    errno = static_cast<int>(-got);
    return -1;
}

[[gnu::weak]] int getentropy(void* bytes, size_t size) {
    if (size > 256) {
        errno = EIO;
        return -1;
    }
    return getrandom(bytes, size, 0) == static_cast<ssize_t>(size) ? 0 : -1;
}

[[gnu::weak]] std::uint32_t arc4random() noexcept {
    return static_cast<std::uint32_t>(child::is_live() ? child::real_chance() : child::draw());
}

[[gnu::weak]] void arc4random_buf(void* bytes, size_t size) noexcept {
    for (size_t at = 0; at < size; at += 256) {
        getentropy(static_cast<char*>(bytes) + at, size - at < 256 ? size - at : 256);
    }
}

[[gnu::weak]] std::uint32_t arc4random_uniform(std::uint32_t bound) noexcept {
    return bound < 2 ? 0 : arc4random() % bound;
}

[[gnu::weak]] pid_t getpid() noexcept {
    return child::is_live() ? static_cast<pid_t>(child::system_call(SYS_getpid)) : child::this_process;
}

[[gnu::weak]] pid_t getppid() noexcept {
    return child::is_live() ? static_cast<pid_t>(child::system_call(SYS_getppid)) : child::its_parent;
}

[[gnu::weak]] pid_t gettid() noexcept {
    return child::is_live() ? static_cast<pid_t>(child::system_call(SYS_gettid))
                            : child::this_process + child::thread_number();
}

[[gnu::weak]] int sched_getcpu() noexcept {
    if (!child::is_live()) return 0;
    unsigned processor = 0;
    child::system_call(SYS_getcpu, child::address(&processor));
    return static_cast<int>(processor);
}

}  // extern "C"
