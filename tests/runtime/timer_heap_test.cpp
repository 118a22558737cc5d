#include "runtime/loop/timer_heap.hpp"

#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace {

using namespace support;
using aio::detail::ReadyQueue;
using aio::detail::Timer;
using aio::detail::TimerHeap;

class Numbered final : public Timer {
public:
    explicit Numbered(std::vector<int>& fired, int number) : fired_(fired), number_(number) {}
    void run() override { fired_.push_back(number_); }
    int number() const { return number_; }

private:
    std::vector<int>& fired_;
    int number_;
};

}  // namespace

TEST_CASE("timers fire by deadline, then in the order in which they were set, whatever is removed between") {
    std::mt19937 random(2);
    std::vector<int> fired;
    std::vector<int> expected;
    std::map<std::pair<aio::Duration, int>, std::unique_ptr<Numbered>> armed;
    TimerHeap heap;
    ReadyQueue ready;
    aio::Duration moment{};
    for (int i = 0; i < 50'000; ++i) {
        const auto what = random() % 10;
        if (what < 5) {
            const aio::Duration deadline = moment + aio::Duration(random() % 500);
            auto timer = std::make_unique<Numbered>(fired, i);
            heap.push(*timer, deadline);
            armed.emplace(std::pair(deadline, i), std::move(timer));
        } else if (what < 9 && !armed.empty()) {
            const auto chosen = std::next(
                armed.begin(), static_cast<long>(random() % std::min<std::size_t>(armed.size(), 50)));
            heap.remove(*chosen->second);
            armed.erase(chosen);
        } else {
            moment += aio::Duration(random() % 20);
            heap.pop_due(moment, ready);
            while (!ready.empty()) ready.pop().run();
            while (!armed.empty() && armed.begin()->first.first <= moment) {
                expected.push_back(armed.begin()->first.second);
                armed.erase(armed.begin());
            }
        }
        REQUIRE(heap.empty() == armed.empty());
        if (!armed.empty()) REQUIRE(heap.next_deadline() == armed.begin()->first.first);
    }
    CHECK(fired == expected);
    for (const auto& [when, timer] : armed) heap.remove(*timer);
}
