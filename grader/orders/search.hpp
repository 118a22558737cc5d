#pragma once

#include "grader/protocol/protocol.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace grader {

/// The orders in which to try one scenario, after first come, first served: all of them if they are few, else
/// some drawn from the seed. If there are too many, the first one lets the last task run first at every
/// choice; then orders with a few departures alternate with random orders.
class OrderSearch {
public:
    /// `most`: the number of orders, including first come, first served.
    OrderSearch(std::uint64_t seed, std::size_t most) : draw_(seed), most_(most) {}

    /// Reports the result of an order: how many tasks there were to choose among, at each choice. The first
    /// report must be for first come, first served.
    void tried(const protocol::Order& order, const std::vector<std::uint8_t>& offered);

    /// The next one to try. Requires: the result of the last one was reported.
    std::optional<protocol::Order> next();

    /// Every legal order has been tried.
    bool all() const { return exhaustive_ && !following_; }
    std::size_t count() const { return count_; }

private:
    protocol::Order draw_one();

    std::mt19937_64 draw_;
    std::size_t most_;
    std::size_t count_ = 0;
    bool exhaustive_ = true;
    std::optional<protocol::Order> following_;  // of an exhaustive search
    std::vector<std::uint8_t> offered_;         // first come, first served
    std::set<protocol::Order> drawn_;
};

/// What to try in place of an order that shows a fault, simplest first: without half of its departures,
/// without a quarter, and so on, at last with a smaller departure. Made one at a time: there are as many as
/// the order has departures, and each is as long as the order.
class Simpler {
public:
    explicit Simpler(protocol::Order order) : order_(std::move(order)), size_(order_.size() / 2) {}

    std::optional<protocol::Order> next();

private:
    protocol::Order order_;
    std::size_t size_;    // departures left out at a time; 0: one is made smaller
    std::size_t at_ = 0;  // the first of these
};

}  // namespace grader
