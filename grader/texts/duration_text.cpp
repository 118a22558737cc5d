#include "grader/texts/duration_text.hpp"

#include <cstddef>
#include <string>

namespace grader {

Text duration_text(std::chrono::nanoseconds time) {
    struct Unit {
        unsigned long long nanoseconds;
        const char* name;
        std::size_t digits;
    };
    const long long count = time.count();
    const unsigned long long size =
        count < 0 ? 0ULL - static_cast<unsigned long long>(count) : static_cast<unsigned long long>(count);
    const Unit unit = size == 0 || size >= 100'000'000 ? Unit{1'000'000'000, "s", 9}
                      : size >= 1'000'000              ? Unit{1'000'000, "ms", 6}
                      : size >= 1'000                  ? Unit{1'000, "µs", 3}
                                                       : Unit{1, "ns", 0};
    return Text([&](Language language) {
        std::string number = fmt::format("{}{}", count < 0 ? "-" : "", size / unit.nanoseconds);
        if (size % unit.nanoseconds != 0) {
            number += fmt::format("{}{:0{}}", language.decimal_mark(), size % unit.nanoseconds, unit.digits);
            number.erase(number.find_last_not_of('0') + 1);
        }
        return number + ' ' + unit.name;
    });
}

}  // namespace grader
