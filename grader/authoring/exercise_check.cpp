#include "grader/authoring/exercise_check.hpp"

#include "grader/authoring/exercise_findings.hpp"
#include "grader/authoring/mutants.hpp"
#include "grader/compile/compile.hpp"
#include "grader/compile/work_folder.hpp"
#include "grader/exercise/course.hpp"
#include "grader/grading/environment.hpp"
#include "grader/grading/grade.hpp"
#include "grader/intake/intake.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mutants_at_a_time = 4;
constexpr std::uint64_t other_seeds[] = {1, 2};  // for the reference, besides its own

/// A verdict in short, for the author of the exercise.
Text in_short(const Verdict& verdict) {
    for (const Diagnostic& one : verdict.diagnostics) {
        if (one.severity == Severity::error && verdict.outcome == Outcome::compile_error) {
            return say("it does not compile: line {0}: {1}", one.line, one.message);
        }
    }
    for (const Check& check : verdict.checks) {
        if (check.status == CheckStatus::passed) continue;
        return say("{0} of {1} points; {2}: {3}", verdict.points, verdict.max_points, check.id,
                   check.observed);
    }
    if (!verdict.reason.empty()) return verdict.reason;
    return say("{0} of {1} points", verdict.points, verdict.max_points);
}

/// Checks one exercise. It outlives the coroutines it starts.
class ExerciseCheck {
public:
    ExerciseCheck(const Exercise& exercise, const Environment& environment, Findings& findings)
        : exercise_(exercise), environment_(environment), findings_(findings) {
        exercise_.stub_digest.clear();  // run the stub, as if the student had begun
    }

    aio::Coroutine<> check() {
        const Rubric& rubric = exercise_.rubric;
        findings_.print("", say("{0}: {1} criteria, {2} points together", exercise_.name,
                                rubric.criteria().size(), rubric.max_points()));
        check_languages(rubric);
        co_await check_stub();
        co_await check_reference();
        co_await check_solutions();
        if (findings_.all_well()) co_await check_that_all_can_fail(rubric);
    }

private:
    void check_languages(const Rubric& rubric) {
        const auto is_whole = [](const Text& text) {
            return std::ranges::all_of(Language::all(),
                                       [&](Language language) { return text.is_in(language); });
        };
        for (const Criterion& one : rubric.criteria()) {
            if (is_whole(one.title) && is_whole(one.expected) && is_whole(one.hint) &&
                std::ranges::all_of(one.further_hints, is_whole))
                continue;
            findings_.wrong(
                say("{0}: the title, the expected text or the hint is missing in one language", one.id));
            return;
        }
        const fs::path folder = handed_out(exercise_).parent_path();
        std::error_code ignored;
        std::vector<std::string> missing;
        for (const Language language : Language::all()) {
            const std::string page = statement_page(language);
            if (!fs::exists(folder / page, ignored)) missing.push_back(page);
        }
        if (!missing.empty() && missing.size() < Language::all().size()) {
            findings_.wrong(say("{0} is missing: the statement is there in another language", missing.front()));
            return;
        }
        findings_.well(say("every language is there"));
    }

    Assignment assignment_for(const fs::path& path, std::optional<std::uint64_t> seed = {}) const {
        Assignment assignment;
        assignment.path = path.string();
        assignment.name = path.filename().string();
        assignment.exercise = &exercise_;
        assignment.seed = seed;
        return assignment;
    }

    aio::Coroutine<> check_stub() {
        const Graded graded = co_await grade(assignment_for(handed_out(exercise_)), environment_);
        const Verdict& verdict = graded.verdict;
        if (is_fault(verdict)) co_return;
        if (verdict.outcome == Outcome::passed || verdict.checks.empty()) {
            findings_.wrong(say("the stub should compile, and not pass: {0}", in_short(verdict)));
        } else {
            findings_.well(
                say("the stub is unsolved ({0} of {1} points as it is)", verdict.points, verdict.max_points));
        }
    }

    aio::Coroutine<> check_reference() {
        const fs::path path = reference_path(exercise_);
        auto taken = take_in(path.string());
        if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
            findings_.wrong(say("no reference: {0}", refused->reason));
            co_return;
        }
        reference_ = std::get<Submission>(taken).bytes;
        std::vector<Assignment> assignments{assignment_for(path)};
        for (const std::uint64_t seed : other_seeds) assignments.push_back(assignment_for(path, seed));
        const std::vector<Graded> all = co_await grade_all(std::move(assignments), environment_);
        for (const Graded& graded : all) {
            if (is_fault(graded.verdict)) co_return;
            if (graded.verdict.outcome == Outcome::passed) continue;
            findings_.wrong(say("the reference should have full marks: {0} (--seed {1})",
                                in_short(graded.verdict), graded.verdict.grader.seed));
            co_return;
        }
        findings_.well(say("the reference has full marks, with {0} sets of inputs", all.size()));
    }

    /// The author's own, in solutions/: right*.cpp have full marks, wrong*.cpp have not.
    aio::Coroutine<> check_solutions() {
        std::vector<fs::path> files;
        std::error_code problem;
        for (fs::directory_iterator at(exercise_.folder / "solutions", problem), end; !problem && at != end;
             at.increment(problem)) {
            if (at->path().extension() == ".cpp") files.push_back(at->path());
        }
        if (files.empty()) co_return;
        std::ranges::sort(files);
        std::vector<Assignment> assignments;
        for (const fs::path& file : files) assignments.push_back(assignment_for(file));
        const std::vector<Graded> all = co_await grade_all(std::move(assignments), environment_);
        std::size_t right = 0;
        bool as_named = true;
        for (std::size_t i = 0; i < files.size(); ++i) {
            const Verdict& verdict = all[i].verdict;
            if (is_fault(verdict)) co_return;
            const bool should_pass = files[i].filename().string().starts_with("right");
            if (should_pass) ++right;
            if ((verdict.outcome == Outcome::passed) == should_pass) continue;
            as_named = false;
            findings_.wrong(should_pass ? say("{0} should have full marks: {1}", files[i].filename().string(),
                                              in_short(verdict))
                                        : say("{0} has full marks: no criterion finds its mistake",
                                              files[i].filename().string()));
        }
        if (as_named)
            findings_.well(
                say("{0} right and {1} wrong solutions are told apart", right, files.size() - right));
    }

    /// Makes mistakes in the reference until each expectation of each criterion has failed at least once.
    aio::Coroutine<> check_that_all_can_fail(const Rubric& rubric) {
        std::vector<std::vector<Loss>> lost_to;
        for (const Criterion& one : rubric.criteria()) lost_to.emplace_back(one.expectations.size());
        const std::vector<Mutant> mutants = mutants_of(reference_);
        const auto all_lost = [&] {
            return std::ranges::all_of(lost_to, [](const auto& of_one) {
                return std::ranges::none_of(of_one, &Text::empty, &Loss::to);
            });
        };
        std::size_t tried = 0;
        while (tried < mutants.size() && !all_lost()) {
            const std::size_t end = std::min(tried + mutants_at_a_time, mutants.size());
            const WorkFolder folder;
            std::vector<Assignment> assignments;
            for (std::size_t i = tried; i < end; ++i) {
                const fs::path path = folder.file(exercise_.name + std::to_string(i) + ".cpp");
                write_file(path, mutants[i].source);
                assignments.push_back(assignment_for(path));
            }
            const std::vector<Graded> all = co_await grade_all(std::move(assignments), environment_);
            for (std::size_t i = tried; i < end; ++i) {
                const Verdict& verdict = all[i - tried].verdict;
                if (is_fault(verdict)) co_return;
                take_losses(verdict, mutants[i], lost_to);
            }
            tried = end;
        }
        for (std::size_t i = 0; i < lost_to.size(); ++i) {
            for (std::size_t which = 0; which < lost_to[i].size(); ++which)
                tell_loss(rubric.criteria()[i], which, lost_to[i][which], tried);
        }
    }

    /// A mistake that loses a criterion, and how many it loses.
    struct Loss {
        Text to;
        std::size_t of_how_many = 0;
    };

    void tell_loss(const Criterion& criterion, std::size_t which, const Loss& loss, std::size_t tried) {
        const Text name = criterion.expectations.size() == 1
                              ? Text(criterion.id)
                              : say("{0}, {1}", criterion.id, criterion.expectations[which].words);
        if (loss.to.empty()) {
            findings_.wrong(
                say("{0}: it never failed, with any of {1} mistakes made in the reference", name, tried));
        } else {
            findings_.well(say("{0} can fail: {1}", name, loss.to));
        }
    }

    /// Only runs that came to an end count: a crash loses all criteria. The best proof is the mistake that
    /// loses the fewest criteria.
    static void take_losses(const Verdict& verdict, const Mutant& mutant,
                            std::vector<std::vector<Loss>>& lost_to) {
        if (verdict.outcome != Outcome::failed && verdict.outcome != Outcome::deadlocked) return;
        const auto lost =
            static_cast<std::size_t>(std::ranges::count(verdict.checks, CheckStatus::failed, &Check::status));
        for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
            const Check& check = verdict.checks[i];
            for (std::size_t which = 0; which < lost_to[i].size(); ++which) {
                Loss& known = lost_to[i][which];
                if (check.status != CheckStatus::failed || (check.expectations >> which & 1U) == 0) continue;
                if (!known.to.empty() && known.of_how_many <= lost) continue;
                known = {say("line {0}, {1}", mutant.line, mutant.what), lost};
            }
        }
    }

    bool is_fault(const Verdict& verdict) {
        if (verdict.outcome != Outcome::internal_error) return false;
        findings_.failed(verdict.reason);
        return true;
    }

    Exercise exercise_;
    const Environment& environment_;
    Findings& findings_;
    std::string reference_;
};

}  // namespace

aio::Coroutine<int> check_exercises(const std::vector<Exercise>& exercises, Environment& environment,
                                    Language language) {
    int worst = 0;
    for (const Exercise& exercise : exercises) {
        Findings findings(language);
        const std::vector<const Exercise*> one{&exercise};
        const std::vector<Failure> not_ready = co_await prepare_exercises(environment, one);
        if (not_ready.empty()) {
            ExerciseCheck check(exercise, environment, findings);
            co_await check.check();
        } else if (not_ready.front().fault == Failure::Fault::ours) {
            findings.failed(not_ready.front().what);
        } else {
            findings.wrong(not_ready.front().what);
        }
        worst = std::max(worst, findings.exit_code());
    }
    co_return worst;
}

}  // namespace grader
