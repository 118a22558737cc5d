#pragma once

#include "grader/texts/text.hpp"

#include <chrono>

namespace grader {

/// A moment or a length for a reader, exactly: "2 s", "1.7 s" ("1,7 s" in French), "35 ms", "150 µs", "7 ns".
Text duration_text(std::chrono::nanoseconds time);

}  // namespace grader
