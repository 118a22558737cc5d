#include "grader/grading/environment.hpp"

#include "grader/box/detect.hpp"
#include "grader/compile/exercise_kit.hpp"
#include "grader/compile/toolchain.hpp"
#include "grader/compile/work_folder.hpp"
#include "grader/exercise/driver_source.hpp"

#include <set>
#include <string>
#include <utility>

namespace grader {

aio::Coroutine<EnvironmentFound> find_environment() {
    EnvironmentFound opened;
    remove_abandoned_work_folders();
    ToolchainSearch search = co_await find_toolchain();
    opened.advice = search.advice;
    if (!search.found) co_return opened;
    PreparedKit prepared = co_await prepare_kit(*search.found);
    if (!prepared.kit) {
        opened.advice = say("the compiler's kit could not be prepared: {0}", prepared.fault);
        co_return opened;
    }
    const Tried tried = co_await detect_containment(prepared.kit->needed_to_run());
    if (!tried.works) {
        opened.advice = say("no program can be started in a box: {0}", tried.why_not);
        co_return opened;
    }
    if (!tried.works->sandbox->contains() && !tried.why_not.empty())
        opened.advice = Text(tried.why_not);
    opened.environment.emplace(Environment{std::move(*prepared.kit), *tried.works});
    co_return opened;
}

aio::Coroutine<NotReady> prepare_exercises(Environment& environment, std::vector<const Exercise*> exercises) {
    NotReady problem;
    std::set<std::string> prepared;
    for (const Exercise* exercise : exercises) {
        if (!prepared.insert(exercise->name).second) continue;
        ExerciseSource source;
        source.name = exercise->name;
        source.header_name = exercise->header_name;
        source.header = exercise->header;
        source.driver = driver_source(*exercise);
        ExercisePart part =
            co_await prepare_exercise(environment.kit, source, environment.containment,
                                      exercise_places(environment.kit, environment.containment));
        if (!part.fault.empty()) {
            problem.ours = true;
            problem.reason = Text(part.fault);
            co_return problem;
        }
        if (!part.does_not_compile.empty()) {
            problem.reason =
                say("the exercise {0} does not compile: {1}", exercise->name, part.does_not_compile);
            co_return problem;
        }
        environment.kit.add(exercise->name, exercise->header, part.folder, part.temporary);
    }
    co_return problem;
}

}  // namespace grader
