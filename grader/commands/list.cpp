#include "grader/commands/commands.hpp"
#include "grader/commands/course_complaints.hpp"
#include "grader/exercise/course.hpp"
#include "grader/report/complain.hpp"

#include <fmt/format.h>

namespace grader {

int list(const std::string& folder, Language language) {
    const Course course = open_course(folder);
    if (!is_usable(course, language)) return 2;
    for (const Exercise& exercise : course.exercises) {
        const Rubric& rubric = exercise.rubric;
        tell(fmt::format("{} – {} ({} {})", exercise.name, exercise.title.in(language), rubric.max_points(),
                         say("points").in(language)));
        tell("  " + stub_path(exercise).string());
        for (const Criterion& criterion : rubric.criteria()) {
            tell(fmt::format("  {} {}", criterion.points, criterion.title.in(language)));
        }
    }
    return exit_code(course, 0);
}

}  // namespace grader
