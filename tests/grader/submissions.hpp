#pragma once

#include "grader/grading/grade.hpp"
#include "tests/grader/played.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>

/// Submissions given as text, graded whole.
namespace submissions {

inline grader::Verdict verdict_on(const std::string& exercise, const std::string& source,
                                  std::uint64_t seed = 1) {
    const TemporaryFolder folder;
    grader::Assignment assignment;
    assignment.path = folder.write(exercise + ".cpp", source);
    assignment.name = exercise + ".cpp";
    assignment.exercise = grader::find_exercise(exercise);
    assignment.seed = seed;
    return aio::run(grader::grade(assignment, played::environment())).verdict;
}

inline const grader::Check& check_of(const grader::Verdict& verdict, const std::string& id) {
    const auto found = std::ranges::find(verdict.checks, id, &grader::Check::id);
    REQUIRE(found != verdict.checks.end());
    return *found;
}

inline const grader::ScenarioReport& scenario_of(const grader::Verdict& verdict, const std::string& name) {
    const auto found = std::ranges::find(verdict.scenarios, name, &grader::ScenarioReport::name);
    REQUIRE(found != verdict.scenarios.end());
    return *found;
}

/// Right in all but the weather's places for the answers: `place` is the expression for one, in a task's
/// first step.
inline std::string forecast_by_places(const std::string& place) {
    return R"(
#include "exercises/weather/weather.hpp"
#include <iostream>
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather from " + server;
}
aio::Coroutine<> fetch_into(std::vector<std::string>& answers, std::size_t& next, std::size_t mine, Server server) {
    const std::size_t place = )" +
           place + R"(;
    answers[place] = co_await fetch_weather(server.name, server.delay);
}
aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers(servers.size());
    std::size_t next = 0;
    std::vector<aio::Coroutine<>> all;
    for (std::size_t i = 0; i < servers.size(); ++i) all.push_back(fetch_into(answers, next, i, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(std::move(all)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late" << std::endl;
        co_return std::nullopt;
    }
    co_return answers;
}
)";
}

}  // namespace submissions
