#include "grader/commands/course_complaints.hpp"

#include "grader/report/complain.hpp"

#include <algorithm>

namespace grader {

bool is_usable(const Course& course, Language language) {
    for (const Text& one : course.broken) complain(one, language);
    if (!course.complaint.empty()) complain(course.complaint, language);
    return course.complaint.empty();
}

int exit_code(const Course& course, int code) {
    constexpr int not_understood = 2;
    return course.broken.empty() ? code : std::max(code, not_understood);
}

}  // namespace grader
