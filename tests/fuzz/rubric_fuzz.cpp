// Any rubric.json gives an exercise or one sentence in each language. What an exercise gives can be drawn and
// summed, and any text can have mistakes made in it.

#include "grader/commands/mutants.hpp"
#include "grader/rubric/written_exercise.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const grader::ReadExercise read = grader::read_exercise("fuzz", text, "void fetch();");
    if (read.exercise.has_value() != read.complaint.empty()) std::abort();
    if (read.complaint.in(grader::Language::french).find('\n') != std::string::npos) std::abort();
    if (read.exercise) {
        for (const std::uint64_t seed : {0ULL, ~0ULL}) {
            if (read.exercise->scenarios(seed).empty()) std::abort();
        }
        if (read.exercise->rubric().max_points() <= 0) std::abort();
    }
    for (const grader::Mutant& mutant : grader::mutants_of(text)) {
        if (mutant.line < 1) std::abort();
    }
    return 0;
}
