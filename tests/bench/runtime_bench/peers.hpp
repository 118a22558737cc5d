#pragma once

#include "tests/bench/runtime_bench/table.hpp"

#include <string>
#include <vector>

namespace bench {

/// The same work by others: programs in tests/bench/peers, called as `PROGRAM WORK COUNT`, which print the ns
/// of processor time of one, or nothing where they have no such thing.
class Peers {
public:
    /// `self`: this program, since the compiled peers are beside it; "" for no peers.
    explicit Peers(const std::string& self);

    /// Has each peer do what was just measured, if it can: figures "WORK, PEER".
    void measure(const Measurement& one, int round, Figures& figures) const;

    void print(const Figures& figures) const;

private:
    struct Peer {
        std::string name;
        std::string command;
    };
    std::vector<Peer> peers_;
    std::vector<std::string> skipped_;
};

}  // namespace bench
