#include "grader/commands/commands.hpp"
#include "grader/commands/complain.hpp"
#include "grader/commands/course.hpp"
#include "grader/rubric/exercise.hpp"

#include <fmt/format.h>

namespace grader {

int list(const std::string& folder, Language language) {
    const Course course = open_course(folder);
    if (!course.complaint.empty()) {
        complain(course.complaint, language);
        return 2;
    }
    for (const Exercise& exercise : course.exercises) {
        const Rubric rubric = exercise.rubric();
        fmt::print("{} – {} ({} {})\n  {}\n", exercise.name, exercise.title.in(language), rubric.max_points(),
                   Text("points", "points").in(language), stub_path(exercise).string());
        for (const Criterion& criterion : rubric.criteria()) {
            fmt::print("  {} {}\n", criterion.points, criterion.title.in(language));
        }
    }
    return 0;
}

}  // namespace grader
