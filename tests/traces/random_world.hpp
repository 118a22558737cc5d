#pragma once

// The world of the random programs: what their statements share, and how a program is read. A program is one
// line of
// numbers: OPERATION ID, how many arguments and the arguments, how many blocks, and for each block how many
// statements
// it has and these.

#include "tests/traces/kit.hpp"

#include <array>
#include <cstddef>
#include <deque>
#include <exception>
#include <istream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace traces {

struct Statement {
    int operation = 0;
    int id = 0;
    std::vector<int> arguments;
    std::vector<std::vector<Statement>> blocks;

    int argument(std::size_t index) const { return arguments.at(index); }
    std::size_t place(std::size_t index) const { return static_cast<std::size_t>(arguments.at(index)); }
};

Statement read_statement(std::istream& input);

/// As spelling(), and of the errors of queues, barriers and groups, too; "None" for none.
std::string ending_of(const std::exception_ptr& error);

/// Where a statement runs: the task's label, and its rank among the tasks. A task awaits only those of one
/// side, so
/// that no ring forms.
struct Place {
    Place(std::string its_label, int its_rank) : label(std::move(its_label)), rank(its_rank) {}
    std::string label;
    int rank;
};

struct World {
    World(Log& into, bool awaits_younger) : log(into), younger(awaits_younger) {}

    Log& log;
    bool younger;
    std::array<aio::Lock, 2> locks;
    aio::Semaphore one{1};
    aio::Semaphore two{2};
    std::array<aio::Event, 2> events;
    aio::Queue<int> small{1};
    aio::Queue<int> endless{0};
    std::array<aio::Condition, 2> conditions;
    aio::Barrier barrier{2};
    std::vector<aio::Task<>> tasks;
    int counter = 0;

    aio::Semaphore& slots(int which) { return which == 0 ? one : two; }
    aio::Queue<int>& queue(int which) { return which == 0 ? small : endless; }
    /// Which task a number means for one of this rank; none where there is none that it may await.
    std::optional<std::size_t> choose(int number, int rank) const;
};

aio::Coroutine<> run_block(World& world, const std::vector<Statement>& block, Place place);

/// Starts a task for each block, cancels what has not ended after 25 ms, and writes how all ended.
aio::Coroutine<> run_program(World& world, const Statement& program);

}  // namespace traces
