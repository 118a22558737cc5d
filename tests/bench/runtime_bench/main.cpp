// runtime_bench [ROUNDS]             the floors and the runtime against them, in this process
// runtime_bench --peers [ROUNDS]     also the same work by others, where they are installed
// runtime_bench --instructions       the instructions of four works, counted by valgrind
// runtime_bench NAME COUNT           one measurement, once: for a profiler

#include "tests/bench/runtime_bench/instructions.hpp"
#include "tests/bench/runtime_bench/measure.hpp"
#include "tests/bench/runtime_bench/peers.hpp"
#include "tests/bench/runtime_bench/table.hpp"

#include <cstdio>
#include <cstdlib>
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

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 2 && words[0].substr(0, 2) != "--")
        return measure_one(words[0], std::stoull(words[1]));
    if (words.size() == 1 && words[0] == "--instructions") return bench::print_instructions(argv[0]);
    const bool with_peers = !words.empty() && words[0] == "--peers";
    if (with_peers) words.erase(words.begin());
    const int rounds = words.empty() ? 9 : std::stoi(words[0]);

    bench::Figures figures;
    bench::Peers peers(with_peers ? argv[0] : "");
    for (int round = 0; round < rounds; ++round) {
        for (const bench::Measurement& one : bench::measurements()) {
            if (round < one.rounds) figures.add(one.name, one.run(one.count));
            peers.measure(one, round, figures);
        }
    }
    bench::print_floors(figures);
    bench::print_targets(figures);
    peers.print(figures);
}
