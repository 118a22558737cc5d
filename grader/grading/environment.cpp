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

aio::Coroutine<Expected<Environment>> find_environment() {
    remove_abandoned_work_folders();
    const Expected<Toolchain> toolchain = co_await find_toolchain();
    if (!toolchain) co_return toolchain.failure();
    Expected<Kit> kit = co_await prepare_kit(*toolchain);
    if (!kit) co_return kit.failure();
    const Tried tried = co_await detect_containment(kit->needed_to_run());
    if (!tried.works)
        co_return Failure(Failure::Fault::ours,
                          say("no program can be started in a box: {0}", tried.why_not));
    Environment environment{std::move(*kit), *tried.works, toolchain->advice};
    if (!tried.works->sandbox->contains() && !tried.why_not.empty()) environment.advice = Text(tried.why_not);
    co_return environment;
}

aio::Coroutine<std::vector<Failure>> prepare_exercises(Environment& environment,
                                                       std::vector<const Exercise*> exercises) {
    std::vector<Failure> not_ready;
    std::set<std::string> prepared;
    for (const Exercise* exercise : exercises) {
        if (!prepared.insert(exercise->name).second) continue;
        ExerciseSource source;
        source.name = exercise->name;
        source.include_path = exercise->include_path();
        source.header = exercise->header;
        source.driver = driver_source(*exercise);
        const Expected<ExercisePart> part =
            co_await prepare_exercise(environment.kit, source, environment.containment,
                                      exercise_places(environment.kit, environment.containment));
        if (part) {
            environment.kit.add(exercise->name, exercise->header, part->folder, part->temporary);
            continue;
        }
        not_ready.push_back(part.failure());
        if (part.failure().fault == Failure::Fault::ours) break;
    }
    co_return not_ready;
}

}  // namespace grader
