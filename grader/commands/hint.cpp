#include "grader/box/user_cache.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/grade_found.hpp"
#include "grader/commands/interrupts.hpp"
#include "grader/commands/one_submission.hpp"
#include "grader/commands/shown_hints.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/shown_scenario.hpp"
#include "grader/report/text.hpp"
#include "runtime/aio.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace grader {

namespace {

/// Shows the hints on one check, one more than last time.
void tell_hints(const Verdict& verdict, const Check& check) {
    const Language language = verdict.grader.language;
    std::vector<Text> hints{check.hint};
    hints.insert(hints.end(), check.further_hints.begin(), check.further_hints.end());
    const std::filesystem::path kept = user_cache();
    const ShownHints shown(kept.empty() ? kept : kept / "hints", verdict.exercise);
    const std::size_t count = shown.one_more(check.id, hints.size());
    const TextOptions options = options_for(stdout);
    tell(verdict.exercise + language.colon() + check.title.in(language));
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = say("hint {0} of {1}: {2}", i + 1, hints.size(), hints[i]).in(language);
        for (const std::string& line : wrapped(visible(text), options.width - 2)) tell("  " + line);
    }
    tell((count < hints.size() ? say("grade hint {0} gives one more.", verdict.exercise)
                               : say("That was the last hint."))
             .in(language));
}

int hint(const OneSubmission& options, Language language) {
    const Expected<Course> course = course_for(options.exercises, language);
    if (!course) return complain(course.failure(), language);
    const Expected<Found> found =
        find_one(options.what, course->exercises,
                 say("hint takes one exercise or one file, such as: grade hint parcel"), language);
    if (!found) return complain(found.failure(), language);
    const auto graded =
        aio::run(until_interrupted(grade_found({*found}, options.allow_uncontained, language)));
    if (!graded) return complain(graded.failure(), language);
    if (graded->empty()) return 2;  // it was said why
    const Verdict& verdict = graded->front().verdict;
    const Check* check = first_failed(verdict);
    if (verdict.outcome == Outcome::passed) {
        tell(say("{0}: it has all its points; no hint is left.", verdict.exercise).in(language));
    } else if (check == nullptr || check->hint.empty()) {
        // The screen says the next step itself: the first place to fill in, the first error, how it ended.
        std::fputs(verdict_text(verdict, graded->front().source, options_for(stdout)).c_str(), stdout);
    } else {
        tell_hints(verdict, *check);
    }
    return verdict.outcome == Outcome::internal_error ? 3 : 0;
}

}  // namespace

Action hint_command(Command& command) {
    const auto options = std::make_shared<OneSubmission>();
    command.describe(say("gives a hint on the next step, and one more each time"));
    one_submission_arguments(command, *options)->required();
    command.end_page(say("  grade hint parcel"));
    return [options, language = command.language()] { return hint(*options, language); };
}

}  // namespace grader
