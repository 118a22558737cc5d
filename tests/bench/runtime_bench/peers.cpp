#include "tests/bench/runtime_bench/peers.hpp"

#include "tests/bench/runtime_bench/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace bench {

namespace {

/// What peers are asked for, and how many of it: the slow ones would take minutes for all.
struct Asked {
    const char* work;
    std::uint64_t count;
};
constexpr Asked asked[] = {
    {"yield_real", 200'000}, {"yield_real_100", 200'000},     {"task", 100'000},
    {"child", 1'000'000},    {"sleepers_real_100k", 100'000}, {"semaphore", 100'000},
    {"gather", 100'000},     {"timeout_fires", 10'000},       {"timeout_quiet", 100'000},
};
constexpr int peer_rounds = 5;

}  // namespace

Peers::Peers(const std::string& self) {
    if (self.empty()) return;
    const std::filesystem::path build = std::filesystem::absolute(self).parent_path();
    const std::string asyncio =
        "'" AWAITLAB_SOURCE_DIR "/tests/python' '" AWAITLAB_SOURCE_DIR "/tests/bench/peers/asyncio_peer.py'";
    const Peer candidates[] = {
        {"libuv", (build / "bench_peer_libuv").string()},
        {"asio", (build / "bench_peer_asio").string()},
        {"asyncio", asyncio},
        {"uvloop", asyncio + " --uvloop"},
        {"node", "node '" AWAITLAB_SOURCE_DIR "/tests/bench/peers/node_peer.mjs'"},
    };
    for (const Peer& peer : candidates) {
        if (output_of(peer.command + " yield_real 1").empty()) {
            skipped_.push_back(peer.name);
        } else {
            peers_.push_back(peer);
        }
    }
}

void Peers::measure(const Measurement& one, int round, Figures& figures) const {
    if (round >= peer_rounds) return;
    const auto* found = std::find_if(std::begin(asked), std::end(asked), [&](const Asked& candidate) {
        return candidate.work == std::string(one.name);
    });
    if (found == std::end(asked)) return;
    for (const Peer& peer : peers_) {
        const std::string said =
            output_of(peer.command + " " + found->work + " " + std::to_string(found->count));
        if (!said.empty()) figures.add(found->work + (", " + peer.name), std::stod(said));
    }
}

void Peers::print(const Figures& figures) const {
    if (peers_.empty() && skipped_.empty()) return;
    std::printf("\n%-22s %10s", "ns of processor time", "aio");
    for (const Peer& peer : peers_) std::printf(" %10s", peer.name.c_str());
    for (const Asked& one : asked) {
        std::printf("\n%-22s %10.1f", one.work, figures.median(one.work));
        for (const Peer& peer : peers_) {
            const std::string name = one.work + (", " + peer.name);
            if (figures.has(name)) {
                std::printf(" %10.1f", figures.median(name));
            } else {
                std::printf(" %10s", "-");
            }
        }
    }
    std::printf("\n");
    for (const std::string& name : skipped_) std::printf("skipped: %s is not installed\n", name.c_str());
}

}  // namespace bench
