#pragma once

#include "grader/box/limits.hpp"
#include "grader/exercise/criterion.hpp"
#include "grader/exercise/function.hpp"
#include "grader/texts/text.hpp"
#include "grader/timeline/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace grader {

/// One exercise: how it is tried out, and what is judged. WRITING.md says how one is written.
struct Exercise {
    std::string name;
    Text title;
    std::int64_t place = 0;                ///< in the course, by rising number
    std::filesystem::path folder{};        ///< where its files are
    std::string stub_digest{};             ///< code_digest() of the stub as it is handed out
    std::string header_name{};             ///< NAME.hpp
    std::string header{};                  ///< its text
    std::vector<Function> functions{};     ///< those that are called
    std::vector<Scenario> of_statement{};  ///< with the inputs of its statement; the first is shown
    Rubric rubric{};
    bool compares_with_alone = false;  ///< a criterion compares a call with the same one alone
    bool header_waits = false;  ///< a wait in a coroutine of the header counts as a wait of the submission
    std::vector<std::string> throwing{};  ///< functions from which an error is expected
    Limits limits = run_limits();         ///< of its runs
    Limits limits_of_compiling = compile_limits();

    /// What submissions include: exercises/NAME/NAME.hpp, also where the folder is a copy with another name.
    std::string include_path() const;

    /// The scenarios that every submission is tried with, those of its statement first.
    std::vector<Scenario> scenarios(std::uint64_t seed) const;

    /// More scenarios, whose calls and inputs are drawn.
    std::vector<Scenario> drawn(std::uint64_t seed) const;

    /// Scenarios of the same kind with slightly simpler inputs, the simplest first.
    std::vector<Scenario> simpler(const Scenario& scenario) const;
};

/// The file of an exercise's folder with its statement in a language: README.md, README.fr.md, …
std::string statement_page(Language language);

/// Whether an exercise may have this name: a small letter, then small letters, digits and _.
bool may_be_exercise_name(const std::string& name);

}  // namespace grader
