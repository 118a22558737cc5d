#include "grader/exercise/words.hpp"

#include "grader/texts/duration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace grader {

using namespace std::chrono_literals;

Text in_seconds(Time time) {
    // Whole milliseconds are what a reader can use; less than one would read as nothing at all.
    if (time > -1ms && time < 1ms) return duration_text(std::chrono::round<std::chrono::microseconds>(time));
    return duration_text(std::chrono::round<std::chrono::milliseconds>(time));
}

Text kind_of_call(std::string_view in_what) { return say_if_known(in_what); }

}  // namespace grader
