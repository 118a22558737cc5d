#pragma once

#include "grader/compile/compile.hpp"
#include "grader/judge/judge.hpp"
#include "grader/run/session.hpp"
#include "runtime/aio.hpp"
#include "tests/grader/failures.hpp"
#include "tests/grader/test_environment.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Submissions that are compiled and played for real, in whatever contains them on this machine.
namespace played {

/// Opened once for all tests.
inline const grader::Environment& environment() {
    static const grader::Environment opened = [] {
        grader::Expected<grader::Environment> result = test_environment::open();
        REQUIRE_MESSAGE(result, failures::sentence(result));
        return *std::move(result);
    }();
    return opened;
}

/// A source of that exercise as a program; its folder goes with it.
inline grader::CompileResult compile(const std::string& exercise, const std::string& source) {
    grader::CompileRequest request;
    request.source = source;
    request.display_name = exercise + ".cpp";
    request.exercise = exercise;
    grader::CompileResult result =
        aio::run(grader::compile(std::move(request), environment().kit, environment().containment));
    REQUIRE(std::holds_alternative<grader::Program>(result.outcome));
    return result;
}

inline aio::Coroutine<std::vector<grader::Played>> play_all(const grader::Program& program,
                                                            std::vector<grader::Scenario> scenarios,
                                                            grader::Limits limits) {
    grader::Session session(environment().kit.needed_to_run(), environment().containment, limits);
    session.load(program.path());
    std::vector<grader::Played> runs;
    for (grader::Scenario& scenario : scenarios) {
        grader::Run run = co_await session.play(scenario);
        runs.push_back(grader::Played{std::move(scenario), std::move(run)});
    }
    co_return runs;
}

/// Plays the scenarios one after the other, in one session.
inline std::vector<grader::Played> play(const grader::CompileResult& compiled,
                                        std::vector<grader::Scenario> scenarios,
                                        const grader::Limits& limits = grader::run_limits()) {
    return aio::run(play_all(std::get<grader::Program>(compiled.outcome), std::move(scenarios), limits));
}

}  // namespace played
