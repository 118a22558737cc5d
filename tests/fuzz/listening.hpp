#pragma once

#include "grader/run/timekeeper.hpp"

#include <vector>

namespace fuzz {

/// What grader::Session does with what it is told, without a process.
inline grader::Run listen(const grader::Scenario& scenario, const std::vector<protocol::Record>& records) {
    grader::Timekeeper timekeeper(scenario);
    for (const protocol::Record& record : records) {
        timekeeper.take(record);
        if (timekeeper.finished() || !timekeeper.broken().empty()) break;
    }
    grader::Run run;
    run.duration = timekeeper.now();
    run.error = timekeeper.broken();
    run.events = timekeeper.take_events();
    for (const grader::Event& event : run.events) {
        const bool raised = event.what.completion == protocol::Completion::raised;
        if (event.what.kind == protocol::Kind::call_ended && raised) run.ending = grader::Ending::raised;
    }
    if (!run.error.empty()) {
        run.ending = grader::Ending::broke_protocol;
    } else if (!timekeeper.finished()) {
        run.ending = grader::Ending::exited_early;
    } else if (timekeeper.deadlocked()) {
        run.ending = grader::Ending::deadlocked;
    }
    return run;
}

}  // namespace fuzz
