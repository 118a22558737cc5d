#include "grader/commands/opened.hpp"

#include "grader/commands/complain.hpp"
#include "grader/commands/uncontained.hpp"

#include <set>
#include <utility>

namespace grader {

aio::Coroutine<WorkshopOrExit> open_workshop_for(std::vector<const Exercise*> exercises,
                                                 bool allow_uncontained, Language language) {
    WorkshopOrExit result;
    OpenedWorkshop opened = co_await open_workshop();
    if (!opened.advice.empty()) complain(opened.advice, language);
    if (!opened.workshop) co_return result;
    if (is_uncontained(opened.workshop->containment)) {
        complain(allow_uncontained ? warning_of_uncontained() : refusal_to_run_uncontained(), language);
        if (!allow_uncontained) co_return result;
    }
    bool any_ready = exercises.empty();
    std::set<const Exercise*> tried;
    for (const Exercise* exercise : exercises) {
        if (!tried.insert(exercise).second) continue;
        const std::vector<const Exercise*> one{exercise};
        const NotReady not_ready = co_await prepare_exercises(*opened.workshop, one);
        any_ready = any_ready || not_ready.reason.empty();
        if (not_ready.reason.empty()) continue;
        complain(not_ready.reason, language);
        result.exit_code = not_ready.ours ? 3 : 2;
        if (not_ready.ours) co_return result;
    }
    if (any_ready) result.workshop = std::move(opened.workshop);
    co_return result;
}

}  // namespace grader
