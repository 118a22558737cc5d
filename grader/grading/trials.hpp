#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/run/session.hpp"
#include "runtime/coroutine.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace grader {

/// What came of trying a submission, first come, first served. A run that shows no fault is let go at once,
/// since there may be a hundred of them.
struct Trials {
    std::vector<Played>
        runs;  ///< those of the statement, one of each function alone, and those that show something that
               ///< no run before them did; with each, before it, the one it is compared with
    std::vector<Played> usual;           ///< without events: what can be tried in other orders
    std::vector<const Criterion*> held;  ///< criteria that some run that was let go has shown to hold
    std::vector<Scenario> missed;        ///< not played, since one before them never came to its end
    std::size_t drawn = 0;               ///< how many scenarios with drawn inputs were played
    std::uint64_t cpu_us = 0;
    std::uint64_t max_rss_kb = 0;

    /// Whether a criterion was asked, and fails in no run.
    bool holds(const Criterion& criterion) const;
};

/// Plays the usual scenarios, then drawn ones. All outlive it. Throws as Session::play() does.
aio::Coroutine<Trials> try_submission(Session& session, const Exercise& exercise, std::uint64_t seed);

}  // namespace grader
