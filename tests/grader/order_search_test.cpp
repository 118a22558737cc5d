#include "grader/orders/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

using grader::OrderSearch;
using protocol::Order;
using Offered = std::vector<std::uint8_t>;

namespace {

/// Tries every order the search asks for; `offered` is what a program would have offered under it.
std::vector<Order> all_orders(OrderSearch& search, const std::function<Offered(const Order&)>& offered) {
    std::vector<Order> orders;
    for (std::optional<Order> order = Order(); order; order = search.next()) {
        search.tried(*order, offered(*order));
        orders.push_back(*order);
    }
    return orders;
}

std::vector<Order> all_orders(OrderSearch& search, const Offered& offered) {
    return all_orders(search, [&](const Order&) { return offered; });
}

std::size_t different(const std::vector<Order>& orders) {
    return std::set<Order>(orders.begin(), orders.end()).size();
}

}  // namespace

TEST_CASE("where there is nothing to choose, first come, first served is the only order, and all") {
    OrderSearch search(1, 64);
    CHECK(all_orders(search, Offered{}) == std::vector<Order>{Order()});
    CHECK(search.all());
}

TEST_CASE("a small tree of orders is tried whole, each order once") {
    OrderSearch search(1, 64);
    const std::vector<Order> orders = all_orders(search, Offered{3, 2, 2});
    CHECK(orders.size() == 12);
    CHECK(different(orders) == 12);
    CHECK(search.all());
    CHECK(search.count() == 12);
    CHECK(orders[1] == Order{{2, 1}});
    CHECK(orders.back() == Order{{0, 2}, {1, 1}, {2, 1}});
}

TEST_CASE("a tree whose branches differ is tried whole, too") {
    OrderSearch search(1, 64);
    // Who goes second first meets two choices more.
    const auto offered = [](const Order& order) {
        return order.empty() || order[0].choice != 0 ? Offered{2, 2} : Offered{2, 2, 3};
    };
    const std::vector<Order> orders = all_orders(search, offered);
    CHECK(orders.size() == 2 + 6);
    CHECK(different(orders) == 8);
    CHECK(search.all());
}

TEST_CASE("a tree that turns out too large is not said to have been tried whole") {
    OrderSearch search(1, 8);
    const auto offered = [](const Order& order) {
        return order.empty() ? Offered{2, 2} : Offered{2, 2, 3, 3, 3};
    };
    CHECK(all_orders(search, offered).size() == 8);
    CHECK_FALSE(search.all());
}

TEST_CASE(
    "of many orders as many are drawn as are allowed, no two the same, the last first everywhere among "
    "them") {
    OrderSearch search(7, 64);
    const std::vector<Order> orders = all_orders(search, Offered{10, 9, 8, 7, 6, 5, 4, 3, 2});
    CHECK(orders.size() == 64);
    CHECK(different(orders) == 64);
    CHECK_FALSE(search.all());
    CHECK(orders[0].empty());
    CHECK(orders[1] == Order{{0, 9}, {1, 8}, {2, 7}, {3, 6}, {4, 5}, {5, 4}, {6, 3}, {7, 2}, {8, 1}});
    CHECK(std::ranges::count_if(orders, [](const Order& order) { return order.size() <= 3; }) > 20);
    CHECK(std::ranges::count_if(orders, [](const Order& order) { return order.size() > 5; }) > 20);
    for (const Order& order : orders) {
        CHECK(std::ranges::is_sorted(order, {}, &protocol::Pick::choice));
        for (const protocol::Pick& pick : order) CHECK(pick.index > 0);
    }
}

TEST_CASE("the same seed draws the same orders, another one others") {
    const Offered offered(20, 5);
    OrderSearch one(7, 32);
    OrderSearch again(7, 32);
    OrderSearch other(8, 32);
    const std::vector<Order> orders = all_orders(one, offered);
    CHECK(orders == all_orders(again, offered));
    CHECK(orders != all_orders(other, offered));
}

TEST_CASE("a program that offers nothing where it offered something before does not stop the search") {
    OrderSearch search(1, 8);
    const auto offered = [](const Order& order) { return order.empty() ? Offered{0, 3} : Offered{}; };
    CHECK(all_orders(search, offered).size() == 2);
}

TEST_CASE("simpler orders have fewer departures or smaller ones, halves first") {
    CHECK_FALSE(grader::Simpler(Order{}).next());
    CHECK_FALSE(grader::Simpler(Order{{4, 1}}).next());  // first come, first served shows nothing
    std::vector<Order> simpler;
    grader::Simpler some(Order{{1, 3}, {2, 1}, {5, 1}, {7, 2}});
    while (std::optional<Order> one = some.next()) simpler.push_back(*std::move(one));
    CHECK(simpler.size() == 2 + 4 + 2);
    CHECK(simpler.front() == Order{{5, 1}, {7, 2}});
    CHECK(std::ranges::count(simpler, Order{{1, 3}, {2, 1}, {5, 1}}) == 1);
    CHECK(simpler.back() == Order{{1, 3}, {2, 1}, {5, 1}, {7, 1}});
}

TEST_CASE(
    "simpler orders than a long one are made one at a time, each without one half, a quarter, an eighth") {
    constexpr std::size_t departures = 16'384;
    Order order;
    for (std::uint32_t choice = 0; choice < departures; ++choice) order.push_back({choice, 2});
    grader::Simpler some(order);
    std::size_t left_out = departures / 2;
    for (int two = 0; two < 3; ++two, left_out /= 2) {
        for (std::size_t part = 0; part < departures / left_out; ++part) {
            CHECK(some.next()->size() == departures - left_out);
        }
    }
}
