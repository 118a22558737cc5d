#include "grader/commands/command_environment.hpp"

#include "grader/report/complain.hpp"
#include "grader/commands/uncontained.hpp"

#include <set>
#include <utility>

namespace grader {

aio::Coroutine<EnvironmentOrExit> environment_for(std::vector<const Exercise*> exercises,
                                                 bool allow_uncontained, Language language) {
    EnvironmentOrExit result;
    EnvironmentFound opened = co_await find_environment();
    if (!opened.advice.empty()) complain(opened.advice, language);
    if (!opened.environment) co_return result;
    if (is_uncontained(opened.environment->containment)) {
        complain(allow_uncontained ? warning_of_uncontained() : refusal_to_run_uncontained(), language);
        if (!allow_uncontained) co_return result;
    }
    bool any_ready = exercises.empty();
    std::set<const Exercise*> tried;
    for (const Exercise* exercise : exercises) {
        if (!tried.insert(exercise).second) continue;
        const std::vector<const Exercise*> one{exercise};
        const NotReady not_ready = co_await prepare_exercises(*opened.environment, one);
        any_ready = any_ready || not_ready.reason.empty();
        if (not_ready.reason.empty()) continue;
        complain(not_ready.reason, language);
        result.exit_code = not_ready.ours ? 3 : 2;
        if (not_ready.ours) co_return result;
    }
    if (any_ready) result.environment = std::move(opened.environment);
    co_return result;
}

}  // namespace grader
