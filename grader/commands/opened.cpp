#include "grader/commands/opened.hpp"

#include "grader/commands/complain.hpp"
#include "grader/commands/uncontained.hpp"

namespace grader {

aio::Coroutine<std::optional<Workshop>> open_workshop_for(bool allow_uncontained, Language language) {
    OpenedWorkshop opened = co_await open_workshop();
    if (!opened.advice.empty()) complain(opened.advice, language);
    if (opened.workshop && is_uncontained(opened.workshop->containment)) {
        complain(allow_uncontained ? warning_of_uncontained() : refusal_to_run_uncontained(), language);
        if (!allow_uncontained) opened.workshop.reset();
    }
    co_return opened.workshop;
}

}  // namespace grader
