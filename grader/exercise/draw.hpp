#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

namespace grader {

/// Draws inputs from a seed. The same on every machine: it uses only std::mt19937_64, whose numbers are
/// standard. The distributions of <random> differ between libraries.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}

    /// A whole number, `least` and `most` among them. Requires: least <= most.
    std::int64_t number(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(engine_() % (static_cast<std::uint64_t>(most - least) + 1));
    }

    /// True on average once in `times` calls.
    bool once_in(std::int64_t times) { return number(1, times) == 1; }

    template <class Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(values.size()) - 1))];
    }

    /// A number below `count`. For the same key, none comes again before all have come.
    std::size_t deal(const void* key, std::size_t count) {
        std::vector<std::size_t>& left = decks_[key];
        if (left.empty()) {
            for (std::size_t i = 0; i < count; ++i) left.push_back(i);
        }
        const auto at = left.begin() + number(0, static_cast<std::int64_t>(left.size()) - 1);
        const std::size_t dealt = *at;
        left.erase(at);
        return dealt;
    }

    std::uint64_t seed() { return engine_(); }

private:
    std::mt19937_64 engine_;
    std::map<const void*, std::vector<std::size_t>> decks_;  // what is left of each
};

}  // namespace grader
