#include "tests/traces/kit.hpp"

#include <algorithm>
#include <chrono>

namespace traces {

void Log::operator()(const std::string& label) {
    const auto at = std::chrono::round<std::chrono::milliseconds>(clock_.now());
    text_ += std::to_string(at.count()) + " " + label + "\n";
}

Table::Table(std::initializer_list<Case> cases) { every().insert(every().end(), cases); }

const std::vector<Case>& Table::all() { return every(); }

std::vector<Case>& Table::every() {
    static std::vector<Case> cases;
    return cases;
}

std::string spelling(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const Err& known) {
        return known.what();
    } catch (const aio::CancelledError&) {
        return "CancelledError";
    } catch (const aio::TimeoutError&) {
        return "TimeoutError";
    } catch (const aio::ExceptionGroup& group) {
        std::vector<std::string> names;
        for (const std::exception_ptr& one : group.errors()) names.push_back(spelling(one));
        std::ranges::sort(names);
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
        return "Group[" + text + "]";
    } catch (const std::exception& other) {
        return other.what();
    }
}

void cancel_current_task() { aio::current_task().cancel(); }

int cancel_count() { return aio::current_task().cancelling(); }

int uncancel() { return aio::current_task().uncancel(); }

aio::Coroutine<> Ticks::spin(int& turns) {
    for (;;) {
        ++turns;
        co_await aio::sleep(0s);
    }
}

aio::Coroutine<> Ticks::stop() {
    task_.cancel();
    try {
        co_await task_;
    } catch (const aio::CancelledError&) {
    }
}

}  // namespace traces
