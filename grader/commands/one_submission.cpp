#include "grader/commands/one_submission.hpp"

#include "grader/report/complain.hpp"

namespace grader {

CLI::Option* one_submission_arguments(Command& command, OneSubmission& options) {
    CLI::Option* const what =
        command.argument(say("EXERCISE|FILE"), options.what, say("an exercise's name, or a file of yours"));
    command.exercises_option(options.exercises);
    command.uncontained_flag(options.allow_uncontained);
    return what;
}

Expected<Found> find_one(const std::string& what, const std::vector<Exercise>& course, const Text& otherwise,
                         Language language) {
    const auto found = find_submissions({what}, "", course);
    if (!found) return found.failure();
    for (const Text& note : found->notes) complain(note, language);
    if (found->files.empty() && !found->unreadable.empty()) {
        complain(std::vector<Failure>(found->unreadable.begin(), found->unreadable.end() - 1), language);
        return found->unreadable.back();
    }
    complain(found->unreadable, language);
    if (found->files.size() != 1) return Failure(Failure::Fault::caller, otherwise);
    return found->files.front();
}

}  // namespace grader
