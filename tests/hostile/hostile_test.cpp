#include "grader/exercise/course.hpp"
#include "grader/report/json.hpp"
#include "tests/grader/schema.hpp"
#include "tests/hostile/hosting.hpp"
#include "tests/hostile/spending.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

namespace {

using grader::Outcome;
using grader::Verdict;
using hostile::Attack;
using hostile::Traces;

/// A verdict is read by people and kept by the hundred: whatever the submission printed, it stays below this.
constexpr std::size_t longest_verdict = 4 << 20;

/// How many are graded at the same time, and looked after together. More than there are processors: many only
/// wait.
constexpr std::size_t at_a_time = 4;

/// Of the grader itself, for a submission that it is grading.
constexpr std::size_t most_memory = 64 << 20;

/// Of the grader's own processor time for a submission: so many times what an honest one costs it. Those that
/// tell as much as they may come to some 130 times that.
constexpr int most_times_an_honest_one = 300;

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

bool is_an_outcome(const std::string& text) {
    for (int one = 0; one <= static_cast<int>(Outcome::internal_error); ++one) {
        if (text == grader::word(static_cast<Outcome>(one))) return true;
    }
    return false;
}

void check_verdict(const Attack& attack, const Verdict& verdict) {
    const std::string outcome = grader::word(verdict.outcome);
    const std::string reason = verdict.reason.in(grader::Language::english);
    CAPTURE(reason);
    CHECK_MESSAGE(std::ranges::count(attack.outcomes, outcome) == 1,
                  joined(attack.outcomes, " or ") << " was expected, it is " << outcome);
    if (outcome == "passed") CHECK(verdict.points == verdict.max_points);
    const std::string json = grader::verdict_json(verdict);
    CHECK(json.size() < longest_verdict);
    for (const std::string& text : attack.must_not_contain) {
        CHECK_MESSAGE(json.find(hostile::filled_in(text)) == std::string::npos, "the verdict holds " << text);
    }
    CHECK_MESSAGE(json.find(hostile::secret()) == std::string::npos, "the verdict holds the secret");
}

/// The verdict on an attack that was graded beside others; on its own when that was not what it claims. Said
/// aloud, since a verdict should not depend on the neighbours.
Verdict settled(const Attack& attack, const Verdict& verdict, const grader::Containment& containment) {
    const std::string outcome = grader::word(verdict.outcome);
    if (std::ranges::count(attack.outcomes, outcome) == 1) return verdict;
    MESSAGE(attack.file.filename().string()
            << " was " << outcome << " beside others (" << verdict.reason.in(grader::Language::english)
            << "): tried again alone");
    return hostile::grade({{attack.file, attack.exercise}}, containment).front();
}

/// Whatever was graded before: the machine is whole, and an honest student has full marks.
void check_aftermath(const Traces& before, const grader::Containment& containment) {
    CHECK(joined(before.left_behind(), "\n") == "");
    const grader::Exercise* toaster = grader::find_exercise("toaster");
    const auto next = hostile::grade({{AWAITLAB_SOURCE_DIR "/reference/toaster.cpp", toaster}}, containment);
    CHECK(std::string(grader::word(next.front().outcome)) == "passed");
    CHECK(next.front().points == next.front().max_points);
}

void try_every_attack(const std::string& name) {
    const hostile::Mode mode = hostile::mode(name);
    if (!mode.containment) {
        MESSAGE("not tried: " << mode.why_not);
        return;
    }
    std::vector<Attack> tried = hostile::attacks();
    const auto cannot = std::erase_if(
        tried, [&](const Attack& attack) { return std::ranges::count(attack.modes, name) == 0; });
    if (cannot > 0)
        MESSAGE(cannot << " attacks not tried with " << name << ": each says why in its first lines");
    if (name == "rlimits" && std::getenv("AWAITLAB_ATTACK") == nullptr) {
        // Limits are the same in all modes; some minutes less.
        const auto known = std::erase_if(tried, [](const Attack& attack) { return attack.takes_long; });
        MESSAGE(
            known
            << " attacks not tried with rlimits alone: they may take long, and have been tried behind walls");
    }
    // Once before the first: what the grader opens and makes only once is then there.
    const hostile::Job honest_one{AWAITLAB_SOURCE_DIR "/reference/toaster.cpp",
                                  grader::find_exercise("toaster")};
    hostile::grade({honest_one}, *mode.containment);
    const hostile::Spending on_an_honest_one;
    hostile::grade({honest_one}, *mode.containment);
    const auto honest = on_an_honest_one.processor_time();

    std::vector<Verdict> all;
    const Traces before;
    for (std::size_t first = 0; first < tried.size(); first += at_a_time) {
        const std::size_t end = std::min(first + at_a_time, tried.size());
        std::vector<hostile::Job> jobs;
        for (std::size_t i = first; i < end; ++i) jobs.push_back({tried[i].file, tried[i].exercise});
        const hostile::Spending spending;
        const std::vector<Verdict> verdicts = hostile::grade(jobs, *mode.containment);
        const std::size_t memory = spending.most_memory();
        const auto time = spending.processor_time();
        std::string names;
        for (std::size_t i = first; i < end; ++i) {
            const std::string file = tried[i].file.filename().string();
            names += file + ' ';
            CAPTURE(file);
            const Verdict verdict = settled(tried[i], verdicts[i - first], *mode.containment);
            check_verdict(tried[i], verdict);
            all.push_back(verdict);
        }
        CAPTURE(names);
        CHECK(memory <= most_memory * jobs.size());
        CHECK(time <= honest * most_times_an_honest_one * jobs.size());
        check_aftermath(before, *mode.containment);
    }
    CHECK(schema::complaints(grader::report_json(all)) == "");
}

}  // namespace

TEST_CASE("every attack claims an outcome that there is, for an exercise that there is") {
    if (std::getenv("AWAITLAB_ATTACK") == nullptr) CHECK(hostile::attacks().size() >= 140);
    for (const Attack& attack : hostile::attacks()) {
        CAPTURE(attack.file.string());
        CHECK(attack.exercise != nullptr);
        CHECK_FALSE(attack.outcomes.empty());
        for (const std::string& outcome : attack.outcomes) CHECK_MESSAGE(is_an_outcome(outcome), outcome);
        const std::set<std::string> known = {"bubblewrap", "landlock", "rlimits"};
        for (const std::string& mode : attack.modes) CHECK_MESSAGE(known.contains(mode), mode);
    }
}

TEST_CASE("every attack gets its outcome and harms nobody, with bubblewrap") {
    try_every_attack("bubblewrap");
}

TEST_CASE("every attack gets its outcome and harms nobody, with Landlock") { try_every_attack("landlock"); }

TEST_CASE("every attack that can be tried gets its outcome and harms nobody, with rlimits alone") {
    try_every_attack("rlimits");
}
