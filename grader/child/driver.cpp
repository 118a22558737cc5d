#include "grader/child/driver.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace child {

namespace {

aio::Coroutine<> hold(aio::Permit slot, aio::Duration length) {
    co_await aio::sleep(length);
    slot.release();
}

/// "1500000000ns" as a person reads it: "1.5 s".
std::string readable(const std::string& value) {
    const bool is_time =
        value.size() > 2 && value.ends_with("ns") &&
        std::all_of(value.begin(), value.end() - 2, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_time) return value;
    char text[64];
    std::snprintf(text, sizeof text, "%.9g s",
                  static_cast<double>(std::strtoll(value.c_str(), nullptr, 10)) / 1e9);
    return text;
}

}  // namespace

std::string Arguments::text(const std::string& name) const {
    for (const auto& [known, value] : values_) {
        if (known == name) return value;
    }
    return {};
}

int Arguments::number(const std::string& name) const { return std::atoi(text(name).c_str()); }

aio::Duration Arguments::duration(const std::string& name) const {
    return aio::Duration(std::strtoll(text(name).c_str(), nullptr, 10));
}

aio::Coroutine<> Holders::take(aio::Semaphore& slots, int count, aio::Duration length) {
    for (int i = 0; i < count; ++i) {
        // Acquired here, not in the new task, so that the slot is taken before the call in every order.
        aio::Permit slot = co_await slots.acquire();
        tasks_.push_back(aio::create_task(hold(std::move(slot), length)));
    }
}

aio::Coroutine<> Holders::leave() {
    for (aio::Task<>& task : tasks_) task.cancel();
    for (aio::Task<>& task : tasks_) {
        try {
            co_await task;
        } catch (const aio::CancelledError&) {
        }
    }
}

aio::Coroutine<bool> all_free(aio::Semaphore& slots, int count) {
    std::vector<aio::Permit> taken;
    // If we can take one more than `count`, there are too many.
    while (!slots.locked() && static_cast<int>(taken.size()) <= count) {
        aio::Permit slot = co_await slots.acquire();
        taken.push_back(std::move(slot));
    }
    co_return static_cast<int>(taken.size()) == count;
}

void tell_result(const std::string& function, const std::string& name, const std::string& value) {
    std::cout << function << "() gave ";
    if (name != "result") std::cout << name << " = ";
    std::cout << readable(value) << '\n';
}

std::string what(const std::exception& error) {
    const std::string text = error.what();
    return text.empty() ? "an error without a text" : text;
}

}  // namespace child
