#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/judge.hpp"
#include "grader/run/session.hpp"
#include "grader/grading/trials.hpp"
#include "runtime/coroutine.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace grader {

/// How many orders of a scenario were tried, including first come, first served; and whether these are all.
struct OrdersTried {
    std::size_t count = 1;
    bool all = false;
};

/// The result of playing scenarios in other orders.
struct Exploration {
    std::map<std::string, OrdersTried> orders;  ///< by the scenario's id
    std::vector<Played> counterexamples;  ///< each with the simplest inputs and order that still show it
    std::uint64_t cpu_us = 0;
    std::uint64_t max_rss_kb = 0;
};

/// Plays the scenarios of a submission that is right in the usual order in other orders, until one shows a
/// fault, or the budget is used up. The budget counts events, not time: it is the same on every machine. All
/// arguments except the seed outlive it. Throws as Session::play() does.
aio::Coroutine<Exploration> explore(Session& session, const Exercise& exercise, const Trials& tried,
                                    std::uint64_t seed);

}  // namespace grader
