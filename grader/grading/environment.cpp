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
    constexpr auto ours = Failure::Fault::ours;
    remove_abandoned_work_folders();
    const ToolchainSearch search = co_await find_toolchain();
    if (!search.found) co_return Failure(ours, search.advice);
    PreparedKit prepared = co_await prepare_kit(*search.found);
    if (!prepared.kit)
        co_return Failure(ours, say("the compiler's kit could not be prepared: {0}", prepared.fault));
    const Tried tried = co_await detect_containment(prepared.kit->needed_to_run());
    if (!tried.works) co_return Failure(ours, say("no program can be started in a box: {0}", tried.why_not));
    Environment environment{std::move(*prepared.kit), *tried.works, search.advice};
    if (!tried.works->sandbox->contains() && !tried.why_not.empty())
        environment.advice = Text(tried.why_not);
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
        source.header_name = exercise->header_name;
        source.header = exercise->header;
        source.driver = driver_source(*exercise);
        ExercisePart part =
            co_await prepare_exercise(environment.kit, source, environment.containment,
                                      exercise_places(environment.kit, environment.containment));
        if (!part.fault.empty()) {
            not_ready.emplace_back(Failure::Fault::ours, Text(part.fault));
            break;
        }
        if (part.does_not_compile.empty()) {
            environment.kit.add(exercise->name, exercise->header, part.folder, part.temporary);
        } else {
            not_ready.emplace_back(Failure::Fault::exercise, say("the exercise {0} does not compile: {1}",
                                                                 exercise->name, part.does_not_compile));
        }
    }
    co_return not_ready;
}

}  // namespace grader
