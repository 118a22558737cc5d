#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/run/session.hpp"
#include "runtime/coroutine.hpp"

#include <vector>

namespace grader {

/// For each criterion that fails in a scenario with many inputs: a run with the smallest inputs that still
/// show the failure, so that a reader can follow it. `runs` are in the usual order. All arguments outlive it.
/// Throws as Session::play() does.
aio::Coroutine<std::vector<Played>> shrink(Session& session, const Exercise& exercise,
                                           const std::vector<Played>& runs);

}  // namespace grader
