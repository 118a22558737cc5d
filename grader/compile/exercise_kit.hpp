#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"
#include "grader/compile/work_folder.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// The sources of an exercise's part of a kit.
struct ExerciseSource {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's parameter.
    ExerciseSource() = default;

    std::string name;
    std::string include_path;  ///< how submissions include its header, or by its last part alone
    std::string header;        ///< its text
    std::string driver;        ///< the source of the code that calls its functions
};

/// Its part of the kit.
struct ExercisePart {
    ExercisePart() = default;

    std::filesystem::path folder;
    std::shared_ptr<WorkFolder> temporary;  ///< the folder of a part that could not be kept
};

/// The folders in which such parts may be kept: beside the kit, then in the user's cache folder. The first
/// writable one is used.
std::vector<std::filesystem::path> exercise_places(const Kit& kit, const Containment& containment);

/// Finds the part that was kept from last time, or makes it, which takes about a second. Two graders that
/// want the same one wait for each other. `kit` outlives it. A failure is the exercise's, with the compiler's
/// first error, or the grader's own.
aio::Coroutine<Expected<ExercisePart>> prepare_exercise(const Kit& kit, ExerciseSource exercise,
                                                        Containment containment,
                                                        std::vector<std::filesystem::path> places);

}  // namespace grader
