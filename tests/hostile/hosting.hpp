#pragma once

#include "grader/box/box.hpp"
#include "grader/exercise/exercise.hpp"
#include "grader/verdict/verdict.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What it takes to grade programs that misbehave, and to see afterwards that the machine is whole.
namespace hostile {

/// A program with what its first lines claim: see tests/hostile/README.md.
struct Attack {
    std::filesystem::path file;
    std::vector<std::string> outcomes;          ///< any of these is right
    std::vector<std::string> must_not_contain;  ///< what its verdict must not hold, as written
    std::vector<std::string> modes;             ///< that it can be tried in
    const grader::Exercise* exercise = nullptr;
    bool takes_long = false;  ///< it may run into a limit of time
};

/// The programs of tests/hostile/, those that take long first; those only whose name holds AWAITLAB_ATTACK,
/// if that is in the environment.
std::vector<Attack> attacks();

/// A way to contain programs, if this machine has it; otherwise why not.
struct Mode {
    std::string name;  ///< as an attack's `Modes` says it
    std::optional<grader::Containment> containment;
    std::string why_not;
};
Mode mode(const std::string& name);

/// The best mode that this machine has.
Mode best_mode();

/// A file, and how it is to be graded.
struct Job {
    std::filesystem::path file;
    const grader::Exercise* exercise = nullptr;
};

/// Grades all of them at the same time. When this returns the grader has nothing running.
std::vector<grader::Verdict> grade(const std::vector<Job>& jobs, const grader::Containment& containment);

/// A folder of the test's own that submissions can be handed in from.
const std::filesystem::path& desk();

/// A text of the machine's that no verdict may hold: it is in a file that submissions may not see, and in the
/// environment of this process.
const std::string& secret();

/// The text an attack must not get out, as `must_not_contain` names it: {secret}, {hostname}, {today} filled
/// in.
std::string filled_in(std::string text);

/// What there was on this machine at one moment, as far as a submission could change it.
class Traces {
public:
    Traces();

    /// What is there now and was not, or the other way round; one line each. Nothing if the machine is whole.
    std::vector<std::string> left_behind() const;

private:
    std::vector<std::string> files_;
    std::size_t descriptors_ = 0;
};

}  // namespace hostile
