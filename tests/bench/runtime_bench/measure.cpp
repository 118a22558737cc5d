#include "tests/bench/runtime_bench/measure.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <stdexcept>

namespace bench {

namespace {

double ns_of(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

double status_bytes(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kb = 0;
        if (word == key && status >> kb) return kb * 1024;
    }
    throw std::runtime_error("no " + key + " in /proc/self/status");
}

}  // namespace

double wall_ns() { return ns_of(CLOCK_MONOTONIC); }

double Stopwatch::cpu_ns() { return ns_of(CLOCK_PROCESS_CPUTIME_ID); }
double Stopwatch::ns() const { return cpu_ns() - began_; }

double peak_growth_bytes(const std::function<void()>& first, const std::function<void()>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        first();
        const double before = status_bytes("VmRSS:");
        work();
        const double growth = status_bytes("VmHWM:") - before;
        const bool told = ::write(ends[1], &growth, sizeof growth) == sizeof growth;
        ::_exit(told ? 0 : 1);
    }
    double growth = -1;
    ::close(ends[1]);
    const bool heard = ::read(ends[0], &growth, sizeof growth) == sizeof growth;
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    if (!heard) throw std::runtime_error("the process that was to be measured died");
    return growth;
}

std::string output_of(const std::string& command, bool with_errors) {
    std::string text;
    FILE* pipe = ::popen((command + (with_errors ? " 2>&1" : " 2>/dev/null")).c_str(), "r");
    if (pipe == nullptr) return text;
    std::array<char, 4096> block{};
    while (std::fgets(block.data(), block.size(), pipe) != nullptr) text += block.data();
    return ::pclose(pipe) == 0 ? text : std::string();
}

}  // namespace bench
