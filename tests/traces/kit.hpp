#pragma once

// What the cases may use besides aio itself. A case is one asyncio program, written again in C++;
// expected/NAME.txt is what CPython 3.13 does when it runs it in virtual time, one "T_MS label" a line. To
// add cases: add their expected traces, a .cpp file with one function each, and a table of them at its end.

#include "runtime/aio.hpp"
#include "runtime/loop/awaitable.hpp"

#include <exception>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace traces {

using namespace std::chrono_literals;
using namespace std::string_literals;

/// The lines of one trace, each with the loop's time in whole milliseconds.
class Log {
public:
    explicit Log(const aio::Clock& clock) : clock_(clock) {}
    void operator()(const std::string& label);
    const std::string& text() const { return text_; }

private:
    const aio::Clock& clock_;
    std::string text_;
};

/// One program. It is called inside run(), and the log outlives it.
struct Case {
    const char* name;
    aio::Coroutine<> (*program)(Log& log);
};

/// A table of cases; one static object of it is at the end of each file of cases.
class Table {
public:
    Table(std::initializer_list<Case> cases);
    static const std::vector<Case>& all();

private:
    static std::vector<Case>& every();
};

/// The cases' only error of their own: a code, nothing else.
class Err : public std::runtime_error {
public:
    explicit Err(const std::string& code) : std::runtime_error("Err(" + code + ")") {}
};

/// How an error is spelled in a trace.
std::string spelling(const std::exception_ptr& error);

inline std::string text(int value) { return std::to_string(value); }
inline std::string text(std::string value) { return value; }
inline std::string text(bool value) { return value ? "True" : "False"; }

/// What awaiting something gives: its value, or the spelling of its error. Costs no turn.
template <class Awaitable>
aio::Coroutine<std::string> outcome(Awaitable awaitable) {
    std::string seen = "None";
    try {
        if constexpr (std::is_void_v<aio::detail::AwaitResult<Awaitable>>) {
            co_await awaitable;
        } else {
            auto value = co_await awaitable;
            seen = text(std::move(value));
        }
    } catch (...) {
        seen = spelling(std::current_exception());
    }
    co_return seen;
}

/// asyncio's cancel(), cancelling() and uncancel() of current_task().
void cancel_current_task();
int cancel_count();
int uncancel();
template <class T>
int cancel_count(const aio::Task<T>& task) {
    return task.cancelling();
}

/// Counts the loop's turns: a task that goes round on sleep(0). Made inside run(), and stopped there.
class Ticks {
public:
    Ticks() : task_(aio::create_task(spin(turns_))) {}
    std::string now() const { return std::to_string(turns_); }
    aio::Coroutine<> stop();

private:
    static aio::Coroutine<> spin(int& turns);
    int turns_ = 0;
    aio::Task<> task_;
};

}  // namespace traces
