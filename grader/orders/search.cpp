#include "grader/orders/search.hpp"

#include <algorithm>

namespace grader {

using protocol::Order;
using protocol::Pick;

namespace {

/// The number of orders, if all orders offer these choices; at most `most`.
std::size_t leaves(const std::vector<std::uint8_t>& offered, std::size_t most) {
    std::size_t count = 1;
    for (const std::size_t width : offered) {
        count *= std::max<std::size_t>(width, 1);
        if (count >= most) return most;
    }
    return count;
}

/// The next leaf, depth first: the last choice that still has an untried task takes the next one; later
/// choices start again at 0.
std::optional<Order> next_leaf(const Order& order, const std::vector<std::uint8_t>& offered) {
    std::vector<std::uint32_t> taken(offered.size(), 0);
    for (const Pick& pick : order) {
        if (pick.choice < taken.size()) taken[pick.choice] = pick.index;
    }
    for (std::size_t choice = taken.size(); choice-- > 0;) {
        if (taken[choice] + 1 >= offered[choice]) continue;
        ++taken[choice];
        Order next;
        for (std::size_t i = 0; i <= choice; ++i) {
            if (taken[i] > 0) next.push_back({static_cast<std::uint32_t>(i), taken[i]});
        }
        return next;
    }
    return std::nullopt;
}

}  // namespace

void OrderSearch::tried(const Order& order, const std::vector<std::uint8_t>& offered) {
    if (count_++ == 0) {
        offered_ = offered;
        drawn_.insert(order);
        exhaustive_ = leaves(offered, most_ + 1) <= most_;
    }
    if (exhaustive_) following_ = next_leaf(order, offered);
}

std::optional<Order> OrderSearch::next() {
    if (count_ >= most_) return std::nullopt;
    if (exhaustive_) return following_;
    for (int tries = 0; tries < 20; ++tries) {
        Order order = draw_one();
        if (drawn_.insert(order).second) return order;
    }
    return std::nullopt;
}

Order OrderSearch::draw_one() {
    const auto number = [this](std::uint64_t below) { return static_cast<std::uint32_t>(draw_() % below); };
    const auto last_everywhere = drawn_.size() == 1;
    const bool few_departures = drawn_.size() % 2 == 0;
    std::set<std::uint32_t> departures;
    if (few_departures) {
        const std::uint32_t how_many = 1 + number(3);
        for (std::uint32_t i = 0; i < how_many; ++i) departures.insert(number(offered_.size()));
    }
    Order order;
    for (std::uint32_t choice = 0; choice < offered_.size(); ++choice) {
        const std::uint32_t width = std::max<std::uint32_t>(offered_[choice], 1);
        std::uint32_t index = 0;
        if (last_everywhere) {
            index = width - 1;
        } else if (!few_departures) {
            index = number(width);
        } else if (departures.contains(choice) && width > 1) {
            index = 1 + number(width - 1);
        }
        if (index > 0) order.push_back({choice, index});
    }
    return order;
}

std::optional<Order> Simpler::next() {
    if (size_ > 0) {
        Order shorter(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(at_));
        shorter.insert(shorter.end(), order_.begin() + static_cast<std::ptrdiff_t>(at_ + size_),
                       order_.end());
        at_ += size_;
        if (at_ + size_ > order_.size()) {
            size_ /= 2;
            at_ = 0;
        }
        return shorter;
    }
    while (at_ < order_.size() && order_[at_].index < 2) ++at_;
    if (at_ == order_.size()) return std::nullopt;
    Order smaller = order_;
    smaller[at_++].index = 1;
    return smaller;
}

}  // namespace grader
