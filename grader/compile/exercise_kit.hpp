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

/// What an exercise's part of a kit is made of.
struct ExerciseSource {
    ExerciseSource() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's parameter

    std::string name;
    std::string
        header_name;     ///< "NAME.hpp"; submissions include "exercises/NAME/NAME.hpp", or that name alone
    std::string header;  ///< its text
    std::string driver;  ///< the source of what calls its functions
};

/// Its part of the kit, or why there is none.
struct ExercisePart {
    ExercisePart() = default;

    std::filesystem::path folder;
    std::shared_ptr<WorkFolder> temporary;  ///< it stands in here, where nothing could be kept; goes with it
    std::string does_not_compile;           ///< the instructor's: the compiler's first error, with its place
    std::string fault;                      ///< ours
};

/// Where such parts may be kept, the first that can be written to: beside the kit, then in the user's cache
/// folder.
std::vector<std::filesystem::path> exercise_places(const Kit& kit, const Containment& containment);

/// Finds the part that was kept from last time, or makes it, which takes half a second. Two graders that want
/// the same one wait for each other. `kit` outlives it.
aio::Coroutine<ExercisePart> prepare_exercise(const Kit& kit, ExerciseSource exercise,
                                              Containment containment,
                                              std::vector<std::filesystem::path> places);

}  // namespace grader
