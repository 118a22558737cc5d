#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/report/complain.hpp"

#include <fmt/format.h>

#include <memory>

namespace grader {

namespace {

int list(const std::string& folder, Language language) {
    const Expected<Course> course = course_for(folder, language);
    if (!course) return complain(course.failure(), language);
    for (const Exercise& exercise : course->exercises) {
        const Rubric& rubric = exercise.rubric;
        tell(fmt::format("{} – {} ({} {})", exercise.name, exercise.title.in(language), rubric.max_points(),
                         say("points").in(language)));
        tell("  " + stub_path(exercise).string());
        for (const Criterion& criterion : rubric.criteria()) {
            tell(fmt::format("  {} {}", criterion.points, criterion.title.in(language)));
        }
    }
    return exit_code(course->broken);
}

}  // namespace

Action list_command(Command& command) {
    const auto folder = std::make_shared<std::string>();
    command.describe(say("shows which exercises there are"));
    command.exercises_option(*folder);
    return [folder, language = command.language()] { return list(*folder, language); };
}

}  // namespace grader
