// runtime_bench [ROUNDS]             the floors and the runtime against them, in this process
// runtime_bench --peers [ROUNDS]     also the same work by others, where they are installed
// runtime_bench --instructions       the instructions of four works, counted by valgrind
// runtime_bench NAME COUNT           one measurement, once: for a profiler

#include "tests/bench/runtime_bench/instructions.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/peers.hpp"
#include "tests/bench/runtime_bench/table.hpp"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

int measure_one(const std::string& name, std::uint64_t count) {
    for (const bench::Measurement& one : bench::measurements()) {
        if (one.name == name) {
            std::printf("%.2f\n", one.run(count));
            return 0;
        }
    }
    std::fprintf(stderr, "no measurement has the name %s\n", name.c_str());
    return 2;
}

int measure_all(int rounds, const char* program_with_peers) {
    bench::Figures figures;
    bench::Peers peers(program_with_peers);
    for (int round = 0; round < rounds; ++round) {
        for (const bench::Measurement& one : bench::measurements()) {
            if (round < one.rounds) figures.add(one.name, one.run(one.count));
            peers.measure(one, round, figures);
        }
    }
    bench::print_floors(figures);
    bench::print_targets(figures);
    peers.print(figures);
    return 0;
}

/// Throws std::logic_error for a number that is none.
int measure(const char* program, std::vector<std::string> words) {
    const bool with_peers = !words.empty() && words[0] == "--peers";
    if (with_peers) words.erase(words.begin());
    if (words.size() == 2) return measure_one(words[0], std::stoull(words[1]));
    if (words.size() == 1 && words[0] == "--instructions") return bench::print_instructions(program);
    return measure_all(words.empty() ? 9 : std::stoi(words.at(0)), with_peers ? program : "");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return measure(argv[0], std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::logic_error&) {
        std::fputs("usage: runtime_bench [--peers] [ROUNDS], --instructions, or NAME COUNT\n", stderr);
        return 2;
    }
}
