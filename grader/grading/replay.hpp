#pragma once

#include "grader/grading/environment.hpp"
#include "grader/grading/grade.hpp"
#include "grader/protocol/protocol.hpp"
#include "runtime/coroutine.hpp"

#include <string>
#include <vector>

namespace grader {

/// One run of a verdict, to be played again.
struct ReplayRequest {
    ReplayRequest() = default;

    Assignment assignment;  ///< with the verdict's seed
    std::string check;      ///< the criterion for which the run is evidence
    std::string scenario;   ///< its id
    std::string name;       ///< the run's name in the verdict
    protocol::Order order;
    std::vector<protocol::Call> calls;  ///< replace the scenario's own; empty: the scenario's own
    std::string inputs_json;            ///< the inputs of such calls, as the verdict shows them
    std::string inputs;                 ///< the same in words
};

/// Plays this run, and the usual runs that the judge needs; it tries no other orders. The verdict has that
/// one check and that one scenario; where it does not come to a run it says why, as grade() does. The request
/// may hold anything. If this grader cannot play it, the result is a failure.
aio::Coroutine<Expected<Graded>> replay(ReplayRequest request, const Environment& environment);

}  // namespace grader
