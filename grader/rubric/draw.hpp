#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace grader {

/// Draws inputs from a seed. The same on every machine: unlike <random>'s distributions, which each library
/// makes its own way, it rests on std::mt19937_64 alone, whose numbers are standard.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}

    /// A whole number, `least` and `most` among them. Requires: least <= most.
    int number(int least, int most) {
        return least + static_cast<int>(engine_() % static_cast<std::uint64_t>(most - least + 1));
    }

    template <class Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[engine_() % i]);
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace grader
