#pragma once

#include <exception>
#include <string>
#include <vector>

namespace aio {

/// Several failures at once: task_group() throws it when children, or its body, have failed.
class ExceptionGroup : public std::exception {
public:
    /// One failure.
    class Failure {
    public:
        Failure(std::string task, std::exception_ptr error);

        const std::string& task() const noexcept { return task_; }  ///< the name of the task that failed
        const std::exception_ptr& error() const noexcept { return error_; }  ///< what it threw

    private:
        std::string task_;
        std::exception_ptr error_;
    };

    explicit ExceptionGroup(std::vector<Failure> failures);

    /// The number of failures, and for each its task and its error's text, one a line.
    const char* what() const noexcept override { return message_.c_str(); }

    /// In the order in which they happened; the body's own comes last. Never empty.
    const std::vector<Failure>& failures() const noexcept { return failures_; }

    /// The errors alone, in the same order.
    std::vector<std::exception_ptr> errors() const;

private:
    std::vector<Failure> failures_;
    std::string message_;
};

}  // namespace aio
