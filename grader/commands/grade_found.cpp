#include "grader/commands/grade_found.hpp"

#include "grader/commands/command_environment.hpp"
#include "runtime/aio.hpp"

#include <utility>

namespace grader {

std::vector<Assignment> assignments_for(const std::vector<Found>& files, Language language,
                                        std::optional<std::uint64_t> seed) {
    std::vector<Assignment> assignments;
    for (const Found& one : files) {
        Assignment& assignment = assignments.emplace_back();
        assignment.path = one.path;
        assignment.name = one.name;
        assignment.exercise = one.exercise;
        assignment.seed = seed;
        assignment.language = language;
    }
    return assignments;
}

aio::Coroutine<Expected<std::vector<Graded>>> grade_found(std::vector<Found> files, bool allow_uncontained,
                                                          Language language,
                                                          std::optional<std::uint64_t> seed) {
    std::vector<const Exercise*> exercises;
    for (const Found& one : files) exercises.push_back(one.exercise);
    const Expected<Environment> environment =
        co_await environment_for(std::move(exercises), allow_uncontained, language);
    if (!environment) co_return environment.failure();
    std::erase_if(files, [&](const Found& one) { return !environment->kit.has(one.exercise->name); });
    std::vector<Graded> all = co_await grade_all(assignments_for(files, language, seed), *environment);
    co_return all;
}

}  // namespace grader
