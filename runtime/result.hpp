#pragma once

#include <exception>
#include <optional>
#include <utility>

namespace aio {

/// A value or an error. gather(return_exceptions, …) gives one for each child.
template <class T = void>
class Result {
public:
    explicit Result(T value) : value_(std::move(value)) {}
    explicit Result(std::exception_ptr error) : error_(std::move(error)) {}

    bool ok() const noexcept { return value_.has_value(); }

    /// The value. Throws the error if there is one instead.
    const T& value() const& {
        if (error_) std::rethrow_exception(error_);
        return *value_;
    }
    T value() && {
        if (error_) std::rethrow_exception(error_);
        return std::move(*value_);
    }

    /// Null when ok().
    const std::exception_ptr& error() const noexcept { return error_; }

private:
    std::optional<T> value_;
    std::exception_ptr error_;
};

template <>
class Result<void> {
public:
    Result() = default;
    explicit Result(std::exception_ptr error) : error_(std::move(error)) {}

    bool ok() const noexcept { return error_ == nullptr; }

    /// Throws the error if there is one.
    void value() const {
        if (error_) std::rethrow_exception(error_);
    }

    /// Null when ok().
    const std::exception_ptr& error() const noexcept { return error_; }

private:
    std::exception_ptr error_;
};

}  // namespace aio
