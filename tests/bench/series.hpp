#pragma once

#include <sys/resource.h>
#include <sys/time.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

// Numbers of benchmarks that measure in rounds.

/// What was measured of one thing, a number a round.
struct Series {
    std::vector<double> values;

    /// The value that `part` of all are below.
    double quantile(double part) const {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1) + 0.5));
    }
    double median() const { return quantile(0.5); }
};

using Table = std::map<std::string, Series>;

class Stopwatch {
public:
    double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began_).count();
    }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// The processor time this process, or those it has waited for, have had so far.
inline double cpu_ms(int whose) {
    rusage used{};
    ::getrusage(whose, &used);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}
