#include "tests/hostile/spending.hpp"

#include <malloc.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

namespace hostile {

namespace {

/// A number of /proc/self/status, which counts in kB.
std::size_t bytes_of(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field)) return std::strtoull(line.c_str() + field.size(), nullptr, 10) * 1024;
    }
    return 0;
}

std::chrono::nanoseconds time_used() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

}  // namespace

Spending::Spending() : memory_before_(0), time_before_(time_used()) {
    ::malloc_trim(0);                             // else those before would have left enough for this one
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak becomes what is there now
    memory_before_ = bytes_of("VmHWM:");
}

std::size_t Spending::most_memory() const {
    const std::size_t most = bytes_of("VmHWM:");
    return most > memory_before_ ? most - memory_before_ : 0;
}

std::chrono::nanoseconds Spending::processor_time() const { return time_used() - time_before_; }

}  // namespace hostile
