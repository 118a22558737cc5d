#include "grader/exercise/course.hpp"
#include "tests/course/grading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// Solutions that were claimed before any judge had seen them: see tests/unseen/README.md.

namespace {

namespace fs = std::filesystem;
using grader::Exercise;
using grader::Outcome;
using grader::Verdict;

struct Claim {
    bool right = false;
    std::vector<std::string> loses;
};

Claim claim_of(const fs::path& file) {
    std::ifstream source(file);
    Claim claim;
    for (std::string line; std::getline(source, line) && line.starts_with("//");) {
        if (line.starts_with("// Right:")) claim.right = true;
        const std::string marker = "// Loses: ";
        if (!line.starts_with(marker)) continue;
        std::istringstream ids(line.substr(marker.size()));
        for (std::string id; std::getline(ids >> std::ws, id, ',');) claim.loses.push_back(id);
    }
    return claim;
}

/// Whether the verdict is what the first lines say.
bool is_as_claimed(const Claim& claim, const Verdict& verdict) {
    if (claim.right) return verdict.outcome == Outcome::passed;
    if (verdict.outcome == Outcome::passed) return false;
    const std::vector<std::string> lost = course::lost_checks(verdict);
    return std::ranges::all_of(claim.loses, [&](const std::string& id) {
        return id == "everything" ? verdict.points == 0 : std::ranges::find(lost, id) != lost.end();
    });
}

/// The files that known_differences.txt names, one a line, before the reason.
std::set<std::string> known_differences() {
    std::ifstream list(course::source_folder() / "tests/unseen/known_differences.txt");
    std::set<std::string> names;
    for (std::string line; std::getline(list, line);) {
        const std::size_t end = line.find(':');
        if (!line.starts_with('#') && end != std::string::npos) names.insert(line.substr(0, end));
    }
    return names;
}

}  // namespace

TEST_CASE("a solution claimed before it was graded gets what it claims, but for those that are listed") {
    const std::set<std::string> known = known_differences();
    std::set<std::string> different;
    for (const Exercise& exercise : grader::exercises()) {
        std::vector<fs::path> files;
        const fs::path folder = course::source_folder() / "tests/unseen" / exercise.name;
        for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
        std::ranges::sort(files);
        REQUIRE(files.size() > 100);
        const std::vector<Verdict> verdicts = course::grade_files(files, exercise);
        for (std::size_t i = 0; i < files.size(); ++i) {
            const std::string name = exercise.name + "/" + files[i].stem().string();
            CAPTURE(name);
            const bool as_claimed = is_as_claimed(claim_of(files[i]), verdicts[i]);
            if (!as_claimed) different.insert(name);
            CHECK(as_claimed != known.contains(name));
        }
    }
    for (const std::string& name : known) {
        CAPTURE(name);
        CHECK(different.contains(name));
    }
}
