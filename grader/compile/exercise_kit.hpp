#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/kit.hpp"
#include "grader/compile/work_folder.hpp"
#include "runtime/coroutine.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// The sources of an exercise's part of a kit.
struct ExerciseSource {
    ExerciseSource() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's parameter

    std::string name;
    std::string
        header_name;     ///< "NAME.hpp"; submissions include "exercises/NAME/NAME.hpp", or that name alone
    std::string header;  ///< its text
    std::string driver;  ///< the source of the code that calls its functions
};

/// Its part of the kit, or why there is none.
struct ExercisePart {
    ExercisePart() = default;

    std::filesystem::path folder;
    std::shared_ptr<WorkFolder> temporary;  ///< the folder of a part that could not be kept
    std::string does_not_compile;  ///< the author's fault: the compiler's first error, with its place
    std::string fault;                      ///< ours
};

/// The folders in which such parts may be kept: beside the kit, then in the user's cache folder. The first
/// writable one is used.
std::vector<std::filesystem::path> exercise_places(const Kit& kit, const Containment& containment);

/// Finds the part that was kept from last time, or makes it, which takes half a second. Two graders that want
/// the same one wait for each other. `kit` outlives it.
aio::Coroutine<ExercisePart> prepare_exercise(const Kit& kit, ExerciseSource exercise,
                                              Containment containment,
                                              std::vector<std::filesystem::path> places);

}  // namespace grader
