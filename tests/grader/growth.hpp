#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <functional>
#include <utility>

/// How fast work grows with its input, without asking how fast the machine is.
namespace growth {

inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// What `work` makes of a size is run under the clock; making it is not. So the input is ready when the clock
/// starts.
using Work = std::function<std::function<void()>(std::size_t size)>;

/// How many times as long four times as much takes: 4 where the work is linear, 16 where it is quadratic. The
/// shortest of several runs counts, since whatever else the machine does only makes them longer. It is tried
/// again where it looks like more than that, for the same reason.
inline double of_four_times(std::size_t size, const Work& work) {
    // Memory that was used once stays in the process: a page that the kernel gives anew costs more than all that is
    // done in it, and only large blocks would be given back.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    double few = 1e9;
    double many = 1e9;
    for (int attempt = 0; attempt < 6; ++attempt) {
        for (auto [shortest, much] : {std::pair(&few, size), std::pair(&many, 4 * size)}) {
            const std::function<void()> run = work(much);
            const double begin = cpu_seconds();
            run();
            *shortest = std::min(*shortest, cpu_seconds() - begin);
        }
        if (attempt > 0 && many / few < 6) break;
    }
    return many / few;
}

/// Between the two. A sort or a map of four times as much takes about five times as long, or six where it no
/// longer fits into a cache.
inline constexpr double near_linear = 9;

}  // namespace growth
