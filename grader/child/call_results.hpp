#pragma once

#include "grader/child/driver.hpp"

#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

/// For the drivers that the grader writes: makes a call, and keeps its result as text.
namespace child {

inline std::string written(const std::string& value) { return value; }
inline std::string written(const char* value) { return value; }
inline std::string written(bool value) { return value ? "true" : "false"; }
inline std::string written(aio::Duration value) { return std::to_string(value.count()) + "ns"; }

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
        return "a value";  // the author must say with "returns" which parts of it to keep
    }
}

template <class Value>
std::string written(const std::optional<Value>& value) {
    return value ? written(*value) : "nullopt";
}

template <class Value>
void write_result(const std::string& name, const Value& value, Results& results) {
    results.add(name, written(value));
}

/// Each element is its own result; the number of elements distinguishes a list from a value.
template <class Value>
void write_result(const std::string& name, const std::vector<Value>& values, Results& results) {
    results.add(name + ".size", std::to_string(values.size()));
    for (const auto& value : values) results.add(name, written(value));
}

template <class Value>
void write_result(const std::string& name, const std::optional<std::vector<Value>>& values,
                  Results& results) {
    if (values) {
        write_result(name, *values, results);
    } else {
        results.add(name, std::string("nullopt"));
    }
}

/// Makes the call. `results` outlives it.
template <class Value>
aio::Coroutine<> keep(aio::Coroutine<Value> call, Results& results) {
    if constexpr (std::is_void_v<Value>) {
        co_await std::move(call);
    } else {
        const Value value = co_await std::move(call);
        write_result("result", value, results);
    }
}

template <class Value>
aio::Coroutine<> keep(aio::Task<Value> call, Results& results) {
    if constexpr (std::is_void_v<Value>) {
        co_await call;
    } else {
        const Value value = co_await call;
        write_result("result", value, results);
    }
}

}  // namespace child
