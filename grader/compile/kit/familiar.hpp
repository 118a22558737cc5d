#pragma once

// Code that most submissions contain. Here its templates are instantiated and compiled with the kit, not with
// every submission; this saves a quarter of the time of a compile. No function here is ever called.

#include "grader/compile/kit/everything.hpp"

namespace awaitlab_familiar {

using namespace std::chrono_literals;

inline aio::Coroutine<> waits() {
    std::cout << "in" << std::endl;
    co_await aio::sleep(2s);
    co_await aio::sleep(500ms);
    std::cout << "out" << '\n' << std::flush;
}

inline aio::Coroutine<std::string> answers(std::string name, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "from " + name + ": " + std::to_string(1);
}

inline aio::Coroutine<int> counts() { co_return 1; }

inline void prints(aio::Duration length, const std::string& text, int number) {
    using std::chrono::duration_cast;
    std::cout << text << ' ' << number << " at " << duration_cast<std::chrono::milliseconds>(length).count()
              << '\n';
    std::cerr << text << number << duration_cast<std::chrono::seconds>(length).count() << std::endl;
    std::cout << std::chrono::duration<double>(length).count() << std::string("x") + text + "x"
              << length.count();
    std::cout << (length < 2s) << (length == 2s) << (length + 1s > 2s) << std::setprecision(2) << std::fixed;
    std::printf("%s", text.c_str());
}

inline aio::Coroutine<> runs_together() {
    const aio::Duration begin = aio::now();
    auto first = waits();
    auto second = waits();
    co_await aio::gather(std::move(first), std::move(second));
    co_await aio::gather(waits(), waits(), waits());
    co_await waits();
    co_await counts();
    prints(aio::now() - begin, "took", 1);

    auto task = aio::create_task(waits());
    aio::Task<> other = aio::create_task(waits());
    co_await aio::gather(task, other);
    co_await task;
    other.cancel();

    auto [left, right] = co_await aio::gather(answers("a", 1s), answers("b", 2s));
    prints(1s, left + right, 2);
    auto answer = aio::create_task(answers("c", 1s));
    std::string text = co_await answer;
    prints(1s, text, 2);
}

inline aio::Coroutine<std::vector<std::string>> collects(std::vector<std::string> names) {
    std::vector<aio::Coroutine<std::string>> coroutines;
    std::vector<aio::Task<std::string>> tasks;
    coroutines.reserve(names.size());
    for (const std::string& name : names) {
        coroutines.push_back(answers(name, 1s));
        tasks.push_back(aio::create_task(answers(name, 1s)));
    }
    std::vector<std::string> results = co_await aio::gather(std::move(coroutines));
    auto others = co_await aio::gather(tasks);
    std::vector<std::string> copy;
    for (auto& task : tasks) copy.push_back(co_await task);
    results.push_back(others[0]);
    results.emplace_back("x");
    co_return results;
}

inline aio::Coroutine<> runs_many(int count) {
    std::vector<aio::Coroutine<>> coroutines;
    std::vector<aio::Task<>> tasks;
    for (int i = 0; i < count; ++i) {
        coroutines.push_back(waits());
        coroutines.emplace_back(waits());
        tasks.push_back(aio::create_task(waits()));
    }
    co_await aio::gather(std::move(coroutines));
    co_await aio::gather(std::move(tasks));
    for (auto& task : tasks) co_await task;
    for (const auto& task : tasks) task.cancel();
    try {
        co_await aio::timeout(3s, waits());
        co_await aio::timeout(3s, counts());
    } catch (const aio::TimeoutError& error) {
        std::cout << "too late: " << error.what() << std::endl;
    } catch (const aio::CancelledError&) {
        throw;
    }
}

}  // namespace awaitlab_familiar
