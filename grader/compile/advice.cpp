#include "grader/compile/advice.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace grader {

namespace {

struct Advice {
    std::string_view said;  // by clang or g++, somewhere in the message
    const char* english;    // a sentence of say()
};

constexpr Advice known[] = {
    {"cannot be a coroutine", "A function that uses co_await or co_return must return aio::Coroutine<…>."},
    {"unable to find the promise type",
     "A function that uses co_await or co_return must return aio::Coroutine<…>."},
    {"return statement not allowed in coroutine", "In a coroutine, write co_return instead of return."},
    {"to 'Duration'", "A duration needs its unit: 2s, 500ms, or a variable of type aio::Duration."},
    {"function for call to 'sleep",
     "A duration needs its unit: 2s, 500ms, or a variable of type aio::Duration."},
    {"literal operator", "For 2s and 500ms the file needs: using namespace std::chrono_literals;"},
    {"non-void function does not return",
     "A function that returns aio::Coroutine needs a co_await or co_return; did you forget co_await?"},
    {"'as_task'", "gather takes coroutines, not functions: write toast_bread(), with its parentheses."},
    {"'aio::Semaphore'", "A semaphore cannot be copied: pass it by reference, aio::Semaphore& slots."},
    {"'Coroutine<", "A coroutine gives its value only when it is awaited: write co_await before the call."},
    {"'Timeout<", "aio::timeout(…) gives its value only when it is awaited: write co_await before it."},
    {"'Gather", "aio::gather(…) gives its values only when it is awaited: write co_await before it."},
    {"expected ';'", "A semicolon is missing at the mark."},
    {"expected '}'", "A brace that was opened is never closed."},
    {"undeclared identifier",
     "This name is not known here: check its spelling, and that it is declared further up."},
};

/// [[nodiscard]] says on every coroutine and awaitable of aio that it wants to be awaited.
Text forgotten_await(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& one : diagnostics) {
        if (one.message.find("write co_await before") == std::string::npos) continue;
        return say("Line {0}: this is never awaited, so it does nothing. Write co_await before it.",
                   one.line);
    }
    return {};
}

}  // namespace

Text advice_on(const std::vector<Diagnostic>& diagnostics) {
    const auto first = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
    if (first == diagnostics.end()) return forgotten_await(diagnostics);
    for (const Advice& advice : known) {
        if (first->message.find(advice.said) != std::string::npos) return say(advice.english);
    }
    return {};
}

}  // namespace grader
