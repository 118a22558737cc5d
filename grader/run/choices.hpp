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

/// Follows who goes before whom in one run, and checks what can be known of it. Which tasks are ready follows
/// in part from the events: those whose sleeps end at one moment, and those that one step has created, are
/// ready in the same turn. A program that answers in place of the loop, or forgets what the script asked for,
/// tells something else. A pure state machine.
class Choices {
public:
    /// So many are kept, for other orders to be made of; more are counted only. An order that departs at each
    /// of them is a script of 128 kB, an eighth of the longest frame.
    static constexpr std::size_t most_kept = std::size_t{1} << 14;

    /// `order`: what the script asks for; it outlives this. `usual`: what the usual order of the same
    /// scenario offered; up to the first departure this run must offer the same. Empty where that is not
    /// known.
    Choices(const protocol::Order& order, const std::vector<std::uint8_t>& usual);

    /// Takes in a record. Gives how it cannot be true; empty when it can.
    std::string take(const protocol::Record& record);

    /// The process asks for the time: all choices have been told by now. Gives what take() gives.
    std::string settle() const;
    /// The same when the script is over.
    std::string end() const;

    /// The next turn steps exactly these tasks, which became ready in this order. Requires: settle() gave
    /// nothing; they are different tasks.
    void expect_turn(std::vector<std::uint32_t> tasks);

    /// Choices told so far.
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
    std::vector<std::uint8_t> promised_;  // what is to be offered up to the first departure
    std::vector<std::uint8_t> offered_;
    std::size_t told_ = 0;
    std::size_t departures_due_ = 0;  // of order_, at the choices told so far
    std::size_t next_pick_ = 0;       // of order_, the first at a choice that is not told yet
    std::size_t overtakings_ = 0;     // told so far
    std::uint32_t next_task_ = 0;     // which has just overtaken another one, so goes next; 0: not known
    std::unordered_set<std::uint32_t>
        between_steps_;  // tasks whose wait may go on without a word when its turn comes

    // The turn in which sleepers of one moment go on.
    std::deque<Step> turn_;
    std::size_t turn_begins_ = 0;  // its first choice
    std::size_t turn_size_ = 0;    // tasks

    // Tasks created by one step are ready in one turn. Every one of them beyond the first is a choice.
    std::unordered_map<std::uint32_t, std::size_t>
        created_;                            // tasks that have not been stepped yet, by number
    std::vector<std::uint32_t> stepped_;     // of each group
    std::optional<std::uint32_t> creating_;  // the task whose step creates the last group
    std::size_t least_ = 0;                  // choices that there must have been
};

}  // namespace grader
