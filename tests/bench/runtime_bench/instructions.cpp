#include "tests/bench/runtime_bench/instructions.hpp"

#include "tests/bench/runtime_bench/measure.hpp"

#include <cstdio>

namespace bench {

namespace {

struct Counted {
    const char* name;
    double limit;  ///< 0: none is set
};

constexpr Counted counted[] = {{"yield", 120}, {"child", 150}, {"task", 0}, {"timeout_quiet", 0}};

/// Of the whole program; -1 without valgrind.
double instructions(const std::string& self, const char* name, int count) {
    const std::string said = output_of("valgrind --tool=callgrind --callgrind-out-file=/dev/null " + self +
                                           " " + name + " " + std::to_string(count),
                                       true);
    const std::string before = "Collected : ";
    const std::size_t at = said.find(before);
    return at == std::string::npos ? -1 : std::stod(said.substr(at + before.size()));
}

}  // namespace

int print_instructions(const std::string& self) {
    for (const Counted& one : counted) {
        // What starting and ending the program takes goes out of the difference.
        constexpr int few = 100'000;
        const double once = instructions(self, one.name, few);
        const double twice = instructions(self, one.name, 2 * few);
        if (once < 0 || twice < 0) {
            std::printf("skipped: valgrind is not installed\n");
            return 0;
        }
        const double each = (twice - once) / few;
        std::printf("%-20s %8.1f instructions", one.name, each);
        if (one.limit > 0) std::printf("   <= %g  %s", one.limit, each <= one.limit ? "met" : "NOT MET");
        std::printf("\n");
    }
    return 0;
}

}  // namespace bench
