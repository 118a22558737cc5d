#pragma once

#include "grader/protocol/protocol.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace grader {

/// Follows the order of tasks in one run, and checks the part of it that is known. The set of ready tasks
/// follows in part from the events: tasks whose sleeps end at one moment, and tasks that one step has
/// created, are ready in the same turn. A program that answers in place of the loop, or ignores the script's
/// order, reports something else. A pure state machine.
class Choices {
public:
    /// The number of choices that are kept, to make other orders from. The rest are only counted. An order
    /// that departs at each of them is a script of 128 kB, an eighth of the longest frame.
    static constexpr std::size_t most_kept = std::size_t{1} << 14;

    /// `order`: the script's order; it outlives this. `usual`: the choices in the usual order of the same
    /// scenario; up to the first departure, this run must offer the same. Empty if they are not known.
    Choices(const protocol::Order& order, const std::vector<std::uint8_t>& usual);

    /// Reads a record. Gives the reason why it cannot be true; empty if it can.
    std::string take(const protocol::Record& record);

    /// The process asks for the time: all choices have been reported by now. Returns as take() does.
    std::string settle() const;
    /// The same, at the end of the script.
    std::string end() const;

    /// The next turn runs exactly these tasks, which became ready in this order. Requires: settle() gave
    /// nothing; they are different tasks.
    void expect_turn(std::vector<std::uint32_t> tasks);

    /// Choices reported so far.
    std::size_t count() const { return told_; }
    /// How many there were to choose among, at each of the first most_kept choices.
    std::vector<std::uint8_t> take_offered() { return std::move(offered_); }

private:
    struct Step {
        std::uint32_t task = 0;
        std::uint32_t overtaken = 0;  // the task that came first; 0: it is this one
        bool overtook = false;        // told
    };

    std::string offer(const std::string& widths);
    std::string overtake(const protocol::Record& record);
    std::string step(const protocol::Record& record);
    void create(const protocol::Record& record);
    void await(const protocol::Record& record);
    std::uint32_t picked(std::size_t choice) const;

    const protocol::Order& order_;
    std::vector<std::uint8_t> promised_;  // what must be offered up to the first departure
    std::vector<std::uint8_t> offered_;
    std::size_t told_ = 0;
    std::size_t departures_due_ = 0;  // of order_, at the choices told so far
    std::size_t next_pick_ = 0;       // of order_, the first at a choice that is not told yet
    std::size_t overtakings_ = 0;     // told so far
    std::uint32_t next_task_ = 0;     // it has just overtaken another task, so it runs next; 0: not known
    std::unordered_set<std::uint32_t> between_steps_;  // tasks that may be woken and wait on without a record

    // The turn in which the tasks whose sleeps end at one moment go on.
    std::deque<Step> turn_;
    std::size_t turn_begins_ = 0;  // its first choice
    std::size_t turn_size_ = 0;    // tasks

    // Tasks created by one step are ready in one turn. Every one of them beyond the first is a choice.
    std::unordered_map<std::uint32_t, std::size_t>
        created_;                            // tasks that have not been stepped yet, by number
    std::vector<std::uint32_t> stepped_;     // of each group
    std::optional<std::uint32_t> creating_;  // the task whose step creates the last group
    std::size_t least_ = 0;                  // the smallest number of choices that is possible
};

}  // namespace grader
