#pragma once

// What the tasks of the stress test share, and how they count what they do with it.

#include "runtime/aio.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace stress {

/// Numbers drawn by those who come; they must be served in that order. Who is cancelled is never served.
class Numbers {
public:
    std::uint64_t draw() { return ++drawn_; }
    void serve(std::uint64_t number) {
        in_order_ = in_order_ && number > served_;
        served_ = number;
    }
    bool in_order() const { return in_order_; }

private:
    std::uint64_t drawn_ = 0;
    std::uint64_t served_ = 0;
    bool in_order_ = true;
};

/// An item of the queue, which counts how many there are.
class Item {
public:
    explicit Item(std::uint64_t value) : number(value) { ++alive; }
    Item(const Item& other) : number(other.number) { ++alive; }
    Item& operator=(const Item&) = default;
    ~Item() { --alive; }

    std::uint64_t number;
    static inline long alive = 0;
};

/// Counts itself for as long as it lives, or until stop().
class Counted {
public:
    explicit Counted(int& count) : count_(&count) { ++*count_; }
    ~Counted() { stop(); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    void stop() {
        if (count_ != nullptr) --*count_;
        count_ = nullptr;
    }

private:
    int* count_;
};

/// Who waits where, by the tasks' own account.
struct Waiting {
    int for_a_slot = 0;
    int for_the_lock = 0;
    int for_a_token = 0;
    int for_the_event = 0;
    int for_room = 0;
    int for_an_item = 0;
};

struct World {
    explicit World(std::size_t most) : left(most) {}

    std::mt19937_64 dice{20'240};
    std::size_t left;
    bool closing = false;
    std::vector<aio::Task<>> tasks;
    Waiting waiting;
    bool nobody_waits_in_vain = true;

    aio::Semaphore slots{3};
    Numbers for_slots;
    int holding = 0;
    int most_holding = 0;

    aio::Lock lock;
    Numbers for_lock;
    int inside = 0;
    int most_inside = 0;

    aio::Condition condition;  // its lock is seldom held for long: so a notification that is lost shows
    int changing = 0;
    int most_changing = 0;
    std::uint64_t tokens = 0;
    std::uint64_t tokens_made = 0;
    std::uint64_t tokens_spent = 0;

    aio::Event event;

    aio::Queue<Item> queue{4};
    std::uint64_t items_made = 0;
    std::uint64_t items_put = 0;
    std::uint64_t items_got = 0;
    std::uint64_t sum_put = 0;
    std::uint64_t sum_got = 0;

    aio::Barrier barrier{2};
    std::uint64_t through_the_barrier = 0;

    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(dice() % sides); }
};

}  // namespace stress
