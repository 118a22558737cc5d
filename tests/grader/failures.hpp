#pragma once

#include "grader/verdict/failure.hpp"

#include <string>

/// What is said of what could not be done.
namespace failures {

/// The sentence of a failure; "" where there is a value.
template <class T>
std::string sentence(const grader::Expected<T>& result,
                     grader::Language language = grader::Language::english) {
    return result ? "" : result.failure().what.in(language);
}

}  // namespace failures
