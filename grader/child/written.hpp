#pragma once

#include "grader/child/driver.hpp"

#include <cstdio>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

/// For drivers that the grader writes from a rubric.json: keeps what a call gives back, as text.
namespace child {

inline std::string written(const std::string& value) { return value; }
inline std::string written(const char* value) { return value; }
inline std::string written(bool value) { return value ? "true" : "false"; }
inline std::string written(aio::Duration value) { return seconds(value); }

template <class Value>
std::string written(const std::optional<Value>& value);

template <class Value>
std::string written(const Value& value) {
    if constexpr (std::is_integral_v<Value>) {
        return std::to_string(value);
    } else if constexpr (std::is_enum_v<Value>) {
        return std::to_string(static_cast<long long>(value));
    } else if constexpr (std::is_floating_point_v<Value>) {
        char text[64];
        std::snprintf(text, sizeof text, "%.9g", static_cast<double>(value));
        return text;
    } else {
        return "a value";  // say with "gives" what of it is meant
    }
}

template <class Value>
std::string written(const std::optional<Value>& value) {
    return value ? written(*value) : "nullopt";
}

template <class Value>
void write_result(const Value& value, Results& results) {
    results.add("result", written(value));
}

/// Each element is a result of its own.
template <class Value>
void write_result(const std::vector<Value>& values, Results& results) {
    for (const Value& value : values) results.add("result", written(value));
}

template <class Value>
void write_result(const std::optional<std::vector<Value>>& values, Results& results) {
    if (values) {
        write_result(*values, results);
    } else {
        results.add("result", std::string("nullopt"));
    }
}

/// Makes the call. `results` outlives it.
template <class Value>
aio::Coroutine<> keep(aio::Coroutine<Value> call, Results& results) {
    if constexpr (std::is_void_v<Value>) {
        co_await std::move(call);
    } else {
        const Value value = co_await std::move(call);
        write_result(value, results);
    }
}

template <class Value>
aio::Coroutine<> keep(aio::Task<Value> call, Results& results) {
    if constexpr (std::is_void_v<Value>) {
        co_await call;
    } else {
        const Value value = co_await call;
        write_result(value, results);
    }
}

}  // namespace child
