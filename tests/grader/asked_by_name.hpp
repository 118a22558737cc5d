#pragma once

#include "tests/grader/run_by_hand.hpp"
#include "tests/grader/written_exercise.hpp"

#include <chrono>
#include <functional>
#include <string>

/// Measures as an exercise.json asks for them.
namespace asked_by_name {

using written_exercise::read;

using Story = std::function<void(by_hand::Tale&)>;

/// What a criterion that expects this says of such a run of the statement's scenario. `late`: with timers
/// that are.
inline grader::Finding look(const std::string& expected, const Story& happens, bool late = false) {
    const grader::Exercise exercise = read(written_exercise::expecting_in_words(expected));
    grader::Scenario scenario = exercise.of_statement.front();
    if (late) scenario.script.late_seed = 7;
    by_hand::Tale tale(scenario);
    happens(tale);
    return exercise.rubric.criteria().at(0).look(tale.timeline(), {});
}

/// The same of a call that is cancelled after 1 s.
inline grader::Finding look_at_cancelled(const std::string& expected, const Story& happens) {
    const grader::Exercise exercise = read(written_exercise::expecting(expected, R"("when": "cancelled",)"));
    by_hand::Tale tale(by_hand::cancelling(exercise.of_statement.front(), 0, std::chrono::seconds(1)));
    happens(tale);
    return exercise.rubric.criteria().at(0).look(tale.timeline(), {});
}

}  // namespace asked_by_name
