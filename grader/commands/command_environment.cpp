#include "grader/commands/command_environment.hpp"

#include "grader/box/sandbox.hpp"
#include "grader/report/complain.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

/// Prints all failures except the last. The command prints the last one itself.
Failure last_of(std::vector<Failure> failures, Language language) {
    Failure last = std::move(failures.back());
    failures.pop_back();
    complain(failures, language);
    return last;
}

}  // namespace

Expected<Course> course_for(const std::string& folder, Language language) {
    Expected<Course> course = open_course(folder);
    if (!course) return course;
    if (course->exercises.empty()) return last_of(std::move(course->broken), language);
    complain(course->broken, language);
    return course;
}

aio::Coroutine<Expected<Environment>> environment_for(std::vector<const Exercise*> exercises,
                                                      bool allow_uncontained, Language language) {
    Expected<Environment> environment = co_await find_environment();
    if (!environment) co_return environment;
    if (!environment->advice.empty()) complain(environment->advice, language);
    if (is_uncontained(environment->containment)) {
        if (!allow_uncontained) co_return Failure(Failure::Fault::ours, refusal_to_run_uncontained());
        complain(say("What is run here can read and change your files; only system calls and resources are "
                     "limited."),
                 language);
    }
    std::vector<Failure> not_ready = co_await prepare_exercises(*environment, exercises);
    const bool any_ready = exercises.empty() || std::ranges::any_of(exercises, [&](const Exercise* one) {
                               return environment->kit.has(one->name);
                           });
    if (!not_ready.empty() && (!any_ready || not_ready.back().fault == Failure::Fault::ours))
        co_return last_of(std::move(not_ready), language);
    complain(not_ready, language);
    co_return environment;
}

bool is_uncontained(const Containment& containment) { return !containment.sandbox->contains(); }

Text refusal_to_run_uncontained() {
    return say(
        "Nothing here can keep a program from your files: bubblewrap makes no box, and the kernel has no "
        "Landlock. "
        "See grade doctor; for code that you trust, add --allow-uncontained.");
}

}  // namespace grader
