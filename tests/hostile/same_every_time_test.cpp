#include "grader/exercise/course.hpp"
#include "grader/report/json.hpp"
#include "tests/hostile/hosting.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace {

/// All of it but what it cost, which differs every time.
std::string without_resources(const grader::Verdict& verdict) {
    const std::string json = grader::verdict_json(verdict);
    return json.substr(0, json.find("\"resources\""));
}

constexpr int times = 5;

}  // namespace

TEST_CASE("what prints chance, freed memory or what is left on the stack gets the same verdict five times") {
    const grader::Exercise* toaster = grader::find_exercise("toaster");
    for (const std::string name : {"bubblewrap", "landlock", "rlimits"}) {
        const hostile::Mode mode = hostile::mode(name);
        if (!mode.containment) {
            MESSAGE("not tried: " << mode.why_not);
            continue;
        }
        for (const char* program :
             {"chance_by_system_call", "chance_from_its_start", "dead_frames", "freed_memory", "the_stack"}) {
            const std::string file =
                std::string(AWAITLAB_SOURCE_DIR "/tests/hostile/run/prints_") + program + ".cpp";
            CAPTURE(name);
            CAPTURE(file);
            const std::vector<hostile::Job> jobs(times, {file, toaster});
            std::set<std::string> different;
            for (const grader::Verdict& verdict : hostile::grade(jobs, *mode.containment)) {
                CHECK(std::string(grader::word(verdict.outcome)) == "passed");
                different.insert(without_resources(verdict));
            }
            CHECK(different.size() == 1);
        }
    }
}
