#pragma once

namespace grader {

/// Headers that mutants need beyond those of the solution, and a gather() that awaits one child after the
/// other.
inline constexpr const char* mutant_preamble =
    "#include \"runtime/aio.hpp\"\n"
    R"(#include <thread>
namespace mistakes {
inline aio::Coroutine<> in_turn(std::vector<aio::Coroutine<>>&& all) {
    std::vector<aio::Coroutine<>> own = std::move(all);
    for (auto& one : own) co_await std::move(one);
}
template <class T>
aio::Coroutine<std::vector<T>> in_turn(std::vector<aio::Coroutine<T>>&& all) {
    std::vector<aio::Coroutine<T>> own = std::move(all);
    std::vector<T> results;
    for (auto& one : own) results.push_back(co_await std::move(one));
    co_return results;
}
template <class T>
auto in_turn(std::vector<aio::Coroutine<T>>& all) { return in_turn(std::move(all)); }
template <class... Each>
aio::Coroutine<> in_turn(Each... each) { (co_await std::move(each), ...); }
}  // namespace mistakes
#line 1
)";

}  // namespace grader
