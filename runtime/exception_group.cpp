#include "runtime/exception_group.hpp"

#include "runtime/loop/report.hpp"

#include <utility>

namespace aio {

namespace {

/// Indents all lines after the first, so that a group inside a group looks like a tree.
std::string indented(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        result += letter;
        if (letter == '\n') result += "  ";
    }
    return result;
}

std::string message_of(const std::vector<ExceptionGroup::Failure>& failures) {
    std::string message = std::to_string(failures.size()) + (failures.size() == 1 ? " failure" : " failures");
    message += " in a task group";
    for (const ExceptionGroup::Failure& one : failures) {
        message += "\n  " + one.task() + ": " + indented(detail::describe_error(one.error()));
    }
    return message;
}

}  // namespace

ExceptionGroup::Failure::Failure(std::string task, std::exception_ptr error)
    : task_(std::move(task)), error_(std::move(error)) {}

ExceptionGroup::ExceptionGroup(std::vector<Failure> failures)
    : failures_(std::move(failures)), message_(message_of(failures_)) {}

std::vector<std::exception_ptr> ExceptionGroup::errors() const {
    std::vector<std::exception_ptr> errors;
    for (const Failure& one : failures_) errors.push_back(one.error());
    return errors;
}

}  // namespace aio
