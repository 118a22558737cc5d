// containment_bench [ROUNDS]: what containing a submission costs: the model solutions graded one after the
// other in each way this machine has, side by side in each round, and the difference to none in that round.
// Aim: 15 ms at most.

#include "grader/box/detect.hpp"
#include "grader/grading/grade.hpp"
#include "runtime/aio.hpp"
#include "tests/grader/test_environment.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

double grade_ms(const grader::Exercise& exercise, const grader::Environment& environment) {
    grader::Assignment assignment;
    assignment.path = grader::reference_path(exercise).string();
    assignment.name = exercise.name + ".cpp";
    assignment.exercise = &exercise;
    const auto began = std::chrono::steady_clock::now();
    const grader::Graded graded = aio::run(grader::grade(std::move(assignment), environment));
    const auto took = std::chrono::steady_clock::now() - began;
    if (graded.verdict.outcome != grader::Outcome::passed) {
        std::fprintf(stderr, "%s did not pass\n", exercise.name.c_str());
        std::exit(1);
    }
    return std::chrono::duration<double, std::milli>(took).count();
}

double quantile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5));
}

/// One way to contain, and what grading cost with it: a number a round.
struct Way {
    grader::Environment environment;
    std::vector<double> took;
};

void measure(const grader::Exercise& exercise, std::vector<Way>& ways, int rounds) {
    for (Way& way : ways) way.took.clear();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < ways.size(); ++i) {
            Way& way = ways[(i + static_cast<std::size_t>(round)) % ways.size()];  // none is always the first
            way.took.push_back(grade_ms(exercise, way.environment));
        }
    }
    const std::vector<double>& without = ways.back().took;
    for (const Way& way : ways) {
        std::vector<double> more;
        for (std::size_t i = 0; i < way.took.size(); ++i) more.push_back(way.took[i] - without[i]);
        std::printf("%-10s %-12s %-6s %6.1f ms   %+5.1f (%+5.1f … %+5.1f)\n", exercise.name.c_str(),
                    way.environment.containment.sandbox->name().c_str(),
                    way.environment.containment.spare_user ? "spare" : "", quantile(way.took, 0.5),
                    quantile(more, 0.5), quantile(more, 0.25), quantile(more, 0.75));
    }
}

}  // namespace

int main(int count, char** arguments) {
    const grader::Expected<grader::Environment> opened = test_environment::open();
    if (!opened) return 1;
    std::vector<Way> ways;
    for (const grader::Sandbox* sandbox : grader::sandboxes()) {
        if (!sandbox->contains()) continue;
        const grader::Tried tried = aio::run(grader::try_sandbox(*sandbox));
        if (tried.works) ways.push_back({{opened->kit, *tried.works, {}}, {}});
    }
    ways.push_back({{opened->kit, grader::Containment(), {}}, {}});
    std::printf("a submission, and what it takes more than without a sandbox; medians and quartiles\n");
    for (const grader::Exercise& exercise : grader::exercises())
        measure(exercise, ways, count > 1 ? std::atoi(arguments[1]) : 25);
}
