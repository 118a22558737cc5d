#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/run/session.hpp"
#include "runtime/coroutine.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace grader {

/// The result of trying a submission in the usual order. A run that shows no fault is dropped at once, since
/// there may be a hundred of them.
struct Trials {
    std::vector<Played>
        runs;  ///< those of the statement, one of each function alone, and those that show a fault that
               ///< no earlier run showed, each after the run that it is compared with
    std::vector<Played> usual;           ///< without events: the runs to try in other orders
    std::vector<const Criterion*> held;  ///< criteria that held in some dropped run
    std::vector<Scenario> missed;        ///< not played, since an earlier one did not come to an end
    std::size_t drawn = 0;               ///< how many scenarios with drawn inputs were played
    std::uint64_t cpu_us = 0;
    std::uint64_t max_rss_kb = 0;

    /// Whether a criterion applied to some call, and fails in no run.
    bool holds(const Criterion& criterion) const;
};

/// Plays the usual scenarios, then drawn ones. All outlive it. Throws as Session::play() does.
aio::Coroutine<Trials> try_submission(Session& session, const Exercise& exercise, std::uint64_t seed);

}  // namespace grader
