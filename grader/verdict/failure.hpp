#pragma once

#include "grader/texts/text.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

/// Why something could not be done: whose fault that is, and one sentence on it.
struct Failure {
    enum class Fault { submission, exercise, caller, ours, interrupted };

    Failure(Fault whose, Text sentence) : fault(whose), what(std::move(sentence)) {}

    /// A signal came: nobody needs to be told.
    static Failure interrupted_by(int number) {
        Failure failure(Fault::interrupted, {});
        failure.signal = number;
        return failure;
    }

    Fault fault;
    Text what;
    int signal = 0;
};

/// The exit code of a command that ends with it: 1 for the submission, 2 for what cannot be understood, 3 for
/// the grader, and what a shell gives for a signal.
inline int exit_code(const Failure& failure) {
    switch (failure.fault) {
        case Failure::Fault::submission: return 1;
        case Failure::Fault::exercise:
        case Failure::Fault::caller: return 2;
        case Failure::Fault::ours: return 3;
        case Failure::Fault::interrupted: break;
    }
    return 128 + failure.signal;
}

/// The highest exit code among them; 0 where there is none.
inline int exit_code(const std::vector<Failure>& failures) {
    int code = 0;
    for (const Failure& one : failures) code = std::max(code, exit_code(one));
    return code;
}

/// A value, or why there is none.
template <class T>
class Expected : std::variant<T, Failure> {
public:
    using std::variant<T, Failure>::variant;

    explicit operator bool() const { return this->index() == 0; }

    /// Requires: there is a value.
    T& operator*() { return std::get<0>(*this); }
    const T& operator*() const { return std::get<0>(*this); }
    T* operator->() { return &std::get<0>(*this); }
    const T* operator->() const { return &std::get<0>(*this); }

    /// Requires: there is none.
    const Failure& failure() const { return std::get<1>(*this); }
};

}  // namespace grader
