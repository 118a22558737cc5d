#include "grader/commands/course.hpp"

namespace grader {

std::filesystem::path exercises_folder() { return std::filesystem::path(AWAITLAB_SOURCE_DIR) / "exercises"; }

std::filesystem::path stub_path(const Exercise& exercise) {
    return exercises_folder() / exercise.name / (exercise.name + ".cpp");
}

}  // namespace grader
