#include "tests/bench/runtime_bench/table.hpp"

#include "tests/bench/runtime_bench/floors.hpp"
#include "tests/bench/runtime_bench/works.hpp"

#include <algorithm>
#include <cstdio>

namespace bench {

namespace {

constexpr std::uint64_t thousand = 1000;
constexpr std::uint64_t million = 1000 * thousand;

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

}  // namespace

const std::vector<Measurement>& measurements() {
    static const std::vector<Measurement> all{
        {"sleeper_bytes", works::sleeper_bytes, million, 1},
        {"nested_bytes", works::nested_bytes, million, 1},
        {"timeout_growth", works::timeout_growth, million, 1},
        // Compared works are side by side.
        {"resume", floors::resume, 4 * million, 99},
        {"ring", floors::ring, 4 * million, 99},
        {"yield", works::yield, 4 * million, 99},
        {"yield_100", works::yield_100, 4 * million, 99},
        {"idle_iteration", floors::idle_iteration, 200 * thousand, 99},
        {"yield_real", works::yield_real, 2 * million, 99},
        {"yield_outside", works::yield_outside, 200 * thousand, 99},
        {"yield_real_100", works::yield_real_100, 2 * million, 99},
        {"malloc_free", floors::malloc_free, 2 * million, 99},
        {"malloc_then_free", floors::malloc_then_free, million, 99},
        {"task", works::task, million, 99},
        {"task_all_at_once", works::task_all_at_once, million, 99},
        {"pooled_child", floors::pooled_child, 4 * million, 99},
        {"child", works::child, 4 * million, 99},
        {"heap_100k", floors::heap, 100 * thousand, 99},
        {"sleepers_100k", works::sleepers, 100 * thousand, 99},
        {"heap_1m", floors::heap, million, 99},
        {"sleepers_1m", works::sleepers, million, 99},
        {"raw_libuv_sleepers_100k", floors::raw_libuv_sleepers, 100 * thousand, 99},
        {"sleepers_real_100k", works::sleepers_real, 100 * thousand, 99},
        {"raw_libuv_sleepers_1m", floors::raw_libuv_sleepers, million, 5},
        {"sleepers_real_1m", works::sleepers_real, million, 5},
        {"semaphore", works::semaphore, 300 * thousand, 99},
        {"gather", works::gather, 100 * thousand, 99},
        {"throw_catch", floors::throw_catch, 50 * thousand, 99},
        {"throw_coroutine", floors::throw_coroutine, 50 * thousand, 99},
        {"timeout_fires", works::timeout_fires, 50 * thousand, 99},
        {"timeout_fires_frame", works::timeout_fires_frame, 20 * thousand, 99},
        {"timeout_quiet", works::timeout_quiet, million, 99},
        {"nested", works::nested, million, 5},
        {"dropped", works::dropped, million, 5},
        {"lateness_1ms", works::lateness_1ms, 200, 5},
    };
    return all;
}

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        {"yield, virtual", "yield", 4, "ring", "ns"},
        {"yield, virtual, 100 tasks", "yield_100", 4, "ring", "ns"},
        {"yield, real, one task", "yield_real", 1.2, "idle_iteration", "ns"},
        {"the same, something outside pending", "yield_outside", 1.2, "idle_iteration", "ns"},
        {"yield, real, over 100 tasks", "yield_real_100", 15, nullptr, "ns"},
        {"create_task and join, 1M", "task", 4, "malloc_free", "ns"},
        {"the same, all alive at once", "task_all_at_once", 4, "malloc_then_free", "ns"},
        {"await a child", "child", 1.5, "pooled_child", "ns"},
        {"100k sleepers, virtual", "sleepers_100k", 4, "heap_100k", "ns"},
        {"1M sleepers, virtual", "sleepers_1m", 4, "heap_1m", "ns"},
        {"100k sleepers, real", "sleepers_real_100k", 0.6, "raw_libuv_sleepers_100k", "ns"},
        {"1M sleepers, real", "sleepers_real_1m", 0.6, "raw_libuv_sleepers_1m", "ns"},
        {"a sleeper's memory", "sleeper_bytes", 320, nullptr, "B"},
        {"semaphore(3), 300k tasks", "semaphore", 450, nullptr, "ns"},
        {"gather of 100k", "gather", 0.25, "gather, asio", "ns"},
        {"timeout that fires", "timeout_fires", 3, "throw_coroutine", "ns"},
        {"a further frame", "timeout_fires_frame", 1, "throw_catch", "ns"},
        {"timeout that does not fire", "timeout_quiet", 5, "yield", "ns"},
        {"the same, 1M: memory growth each", "timeout_growth", 1, nullptr, "B"},
        {"a nested await's memory", "nested_bytes", 160, nullptr, "B"},
        {"sleep(1ms), median lateness", "lateness_1ms", 1.1e6, nullptr, "ns"},
    };
    return all;
}

double Figures::median(const std::string& name) const { return median_of(series_.at(name)); }

double Figures::ratio(const std::string& name, const std::string& floor) const {
    const std::vector<double>& above = series_.at(name);
    const std::vector<double>& below = series_.at(floor);
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(above.size(), below.size()); ++i)
        ratios.push_back(above[i] / below[i]);
    return median_of(std::move(ratios));
}

void print_floors(const Figures& figures) {
    std::printf("%-40s %12s\n", "measured", "median");
    for (const Measurement& one : measurements()) {
        if (figures.has(one.name)) std::printf("%-40s %12.1f\n", one.name, figures.median(one.name));
    }
}

void print_targets(const Figures& figures) {
    std::printf("\n%-38s %-34s %12s %10s\n", "work", "target", "measured", "");
    for (const Target& target : targets()) {
        if (!figures.has(target.work)) continue;
        char limit_text[64];
        if (target.floor != nullptr) {
            std::snprintf(limit_text, sizeof limit_text, "<= %g x %s", target.limit, target.floor);
        } else {
            std::snprintf(limit_text, sizeof limit_text, "<= %g %s", target.limit, target.unit);
        }
        if (target.floor != nullptr && !figures.has(target.floor)) {
            std::printf("%-38s %-34s %9.2f %-2s not compared: --peers\n", target.title, limit_text,
                        figures.median(target.work), target.unit);
            continue;
        }
        const double measured =
            target.floor != nullptr ? figures.ratio(target.work, target.floor) : figures.median(target.work);
        const bool met = figures.median(target.work) >= 0 && measured <= target.limit;
        std::printf("%-38s %-34s %9.2f %-2s %s\n", target.title, limit_text, measured,
                    target.floor != nullptr ? "x" : target.unit, met ? "met" : "NOT MET");
    }
}

}  // namespace bench
