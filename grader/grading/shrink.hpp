#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/run/session.hpp"
#include "runtime/coroutine.hpp"

#include <vector>

namespace grader {

/// For criteria that fail in a scenario of many inputs: runs with as few of them as still show it, for a
/// reader to follow. `runs`: first come, first served. All outlive it. Throws as Session::play() does.
aio::Coroutine<std::vector<Played>> shrink(Session& session, const Exercise& exercise,
                                           const std::vector<Played>& runs);

}  // namespace grader
