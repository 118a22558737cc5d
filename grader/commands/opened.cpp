#include "grader/commands/opened.hpp"

#include "grader/commands/complain.hpp"
#include "grader/commands/uncontained.hpp"

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
    const NotReady not_ready = co_await prepare_exercises(*opened.workshop, std::move(exercises));
    if (!not_ready.reason.empty()) {
        complain(not_ready.reason, language);
        result.exit_code = not_ready.ours ? 3 : 2;
        co_return result;
    }
    result.workshop = std::move(opened.workshop);
    co_return result;
}

}  // namespace grader
