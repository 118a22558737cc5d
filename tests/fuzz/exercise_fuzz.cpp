// Any exercise.json gives an exercise or one sentence in each language. What an exercise gives can be drawn,
// made smaller, called and summed, and any text can have mistakes made in it.

#include "grader/authoring/mutants.hpp"
#include "grader/exercise/driver_source.hpp"
#include "grader/exercise/read_exercise.hpp"
#include "tests/grader/french.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

// Declares what the inputs of the corpus call.
const std::string header = "struct Server; void f(); void g(); void deliver(); void order();";

void require(bool holds) {
    if (!holds) std::abort();
}

void use(const grader::Exercise& exercise) {
    require(exercise.rubric.max_points() > 0);
    require(!grader::driver_source(exercise).empty());
    for (const std::uint64_t seed : {0ULL, ~0ULL}) {
        const std::vector<grader::Scenario> all = exercise.scenarios(seed);
        require(!all.empty());
        exercise.drawn(seed);
        for (const grader::Criterion& criterion : exercise.rubric.criteria()) {
            for (const grader::Scenario& scenario : all) criterion.asks(scenario);
        }
        for (const grader::Scenario& smaller : exercise.simpler(all.back()))
            require(smaller.id == all.back().id);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const grader::Expected<grader::Exercise> read = grader::read_exercise("fuzz", text, header);
    if (read) {
        use(*read);
    } else {
        require(!read.failure().what.empty());
        require(read.failure().what.in(french()).find('\n') == std::string::npos);
    }
    for (const grader::Mutant& mutant : grader::mutants_of(text)) require(mutant.line >= 1);
    return 0;
}
