#include "grader/exercise/course.hpp"
#include "grader/report/json.hpp"
#include "tests/course/corpus_report.hpp"
#include "tests/course/golden.hpp"
#include "tests/course/grading.hpp"
#include "tests/grader/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using grader::Exercise;
using grader::Verdict;

/// A student's file with what its first lines claim: see tests/solutions/README.md.
struct Solution {
    fs::path file;
    std::string outcome;             // the name of its folder
    std::vector<std::string> loses;  // check ids, sorted; {"everything"} means all
    Verdict verdict;
};

std::vector<std::string> claimed_losses(const fs::path& file) {
    std::ifstream source(file);
    std::string line;
    std::getline(source, line);
    std::getline(source, line);
    const std::string marker = "// Loses: ";
    std::vector<std::string> ids;
    if (!line.starts_with(marker)) return ids;
    std::istringstream words(line.substr(marker.size()));
    for (std::string id; std::getline(words >> std::ws, id, ',');) ids.push_back(id);
    std::ranges::sort(ids);
    return ids;
}

std::vector<Solution> find_solutions(const Exercise& exercise) {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::recursive_directory_iterator(course::source_folder() / "tests/solutions" / exercise.name)) {
        if (entry.path().extension() == ".cpp") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    const std::vector<Verdict> verdicts = course::grade_files(files, exercise);
    std::vector<Solution> solutions;
    for (std::size_t i = 0; i < files.size(); ++i) {
        solutions.push_back(
            {files[i], files[i].parent_path().filename().string(), claimed_losses(files[i]), verdicts[i]});
    }
    return solutions;
}

/// Graded once for all tests of this file.
const std::vector<Solution>& solutions_of(const Exercise& exercise) {
    static std::map<std::string, std::vector<Solution>> all;
    auto& known = all[exercise.name];
    if (known.empty()) known = find_solutions(exercise);
    return known;
}

course::Corpus corpus_of(const Exercise& exercise) {
    course::Corpus corpus{&exercise, {}};
    for (const Solution& solution : solutions_of(exercise)) {
        corpus.solutions.push_back({solution.outcome, &solution.verdict});
    }
    return corpus;
}

}  // namespace

TEST_CASE("there are at least 20 right and 40 wrong solutions of every exercise") {
    for (const Exercise& exercise : grader::exercises()) {
        const auto& solutions = solutions_of(exercise);
        const auto right = std::ranges::count(solutions, "passed", &Solution::outcome);
        CAPTURE(exercise.name);
        CHECK(right >= 20);
        CHECK(static_cast<long>(solutions.size()) - right >= 40);
    }
}

TEST_CASE("every solution gets the outcome that its folder names") {
    for (const Exercise& exercise : grader::exercises()) {
        for (const Solution& solution : solutions_of(exercise)) {
            CAPTURE(solution.file.string());
            CHECK(std::string(grader::word(solution.verdict.outcome)) == solution.outcome);
        }
    }
}

TEST_CASE("every solution loses the checks that its first lines claim") {
    for (const Exercise& exercise : grader::exercises()) {
        for (const Solution& solution : solutions_of(exercise)) {
            if (solution.loses == std::vector<std::string>{"everything"}) {
                CAPTURE(solution.file.string());
                CHECK(solution.verdict.points == 0);
                continue;
            }
            CAPTURE(solution.file.string());
            // Drawn inputs may make it lose more; the golden file says what.
            CHECK(std::ranges::includes(course::lost_checks(solution.verdict), solution.loses));
        }
    }
}

TEST_CASE("every check of every rubric is failed by at least two solutions") {
    for (const Exercise& exercise : grader::exercises()) {
        const course::Corpus corpus = corpus_of(exercise);
        for (const grader::Criterion& criterion : exercise.rubric.criteria()) {
            CAPTURE(criterion.id);
            CHECK(course::failed_by(corpus, criterion.id) >= 2);
        }
    }
}

TEST_CASE("the page about the solutions has the figures that come out") {
    std::vector<course::Corpus> all;
    for (const Exercise& exercise : grader::exercises()) all.push_back(corpus_of(exercise));
    CHECK(course::agrees_with_page(course::corpus_report(all),
                                   course::source_folder() / "tests/solutions/README.md"));
}

TEST_CASE("every verdict is what its golden file says") {
    for (const Exercise& exercise : grader::exercises()) {
        for (const Solution& solution : solutions_of(exercise)) {
            fs::path golden = solution.file;
            golden.replace_extension(".json");
            CAPTURE(golden.string());
            CHECK(course::agrees_with_golden(solution.verdict, golden));
        }
    }
}

TEST_CASE("every golden file has its solution") {
    for (const auto& entry : fs::recursive_directory_iterator(course::source_folder() / "tests/solutions")) {
        if (entry.path().extension() != ".json") continue;
        fs::path solution = entry.path();
        solution.replace_extension(".cpp");
        CAPTURE(solution.string());
        CHECK(fs::exists(solution));
    }
}

TEST_CASE("every verdict is valid by the schema") {
    for (const Exercise& exercise : grader::exercises()) {
        std::vector<Verdict> verdicts;
        for (const Solution& solution : solutions_of(exercise)) verdicts.push_back(solution.verdict);
        CAPTURE(exercise.name);
        CHECK(schema::complaints(grader::report_json(verdicts)) == "");
    }
}

TEST_CASE("a solution graded again gets the same bytes, except for its resources") {
    for (const Exercise& exercise : grader::exercises()) {
        std::vector<fs::path> files;
        std::vector<std::string> before;
        const auto& solutions = solutions_of(exercise);
        for (std::size_t i = 0; i < solutions.size(); i += 6) {
            if (solutions[i].outcome == "timed_out") continue;  // takes a second each
            files.push_back(solutions[i].file);
            before.push_back(course::without_resources(solutions[i].verdict));
        }
        const std::vector<Verdict> again = course::grade_files(files, exercise);
        for (std::size_t i = 0; i < files.size(); ++i) {
            CAPTURE(files[i].string());
            CHECK(course::without_resources(again[i]) == before[i]);
        }
    }
}
