#include "grader/commands/arguments.hpp"

#include "grader/commands/command_line.hpp"
#include "grader/commands/wrong_arguments.hpp"

namespace grader {
namespace {

/// The language that --lang names, before anything else is read: a complaint is in that language too.
Language asked_language(const std::vector<std::string>& arguments, Language usual) {
    Language language = usual;
    for (std::size_t index = 0; index < arguments.size() && arguments[index] != "--"; ++index) {
        const bool next = arguments[index] == "--lang" && index + 1 < arguments.size();
        const std::string& value = next ? arguments[index + 1] : arguments[index];
        if (!next && !value.starts_with("--lang=")) continue;
        language = Language::named(next ? value : value.substr(value.find('=') + 1)).value_or(language);
    }
    return language;
}

/// `grade exercise new NAME`, `grade exercise check [FOLDER]`
Request read_exercise_request(const CommandLine& line, Language language) {
    ExerciseRequest request{line.paths.front() == "new", line.exercises, language, line.allow_uncontained};
    const std::size_t wanted = request.make || line.exercises.empty() ? 2 : 1;
    const bool is_known = request.make || line.paths.front() == "check";
    if (!is_known || line.paths.size() > wanted || (request.make && line.paths.size() < wanted)) {
        return complaint(what_of_exercise(), language);
    }
    if (line.paths.size() == 2) request.what = line.paths.back();
    return request;
}

}  // namespace

Request read_arguments(const std::vector<std::string>& arguments, Language usual) {
    const Language language = asked_language(arguments, usual);
    CommandLine line;
    // CLI11 takes them from the back, and takes "[a,b]" for a list; the path ./[a,b] is the same path.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    for (std::string& argument : reversed) {
        if (argument.starts_with('[') && argument.ends_with(']')) {
            argument.insert(0, "./");
        }
    }
    try {
        line.app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        return answer_to(line, error, language);
    }
    if (const std::optional<Text> wrong = wrong_value(line)) {
        return complaint(*wrong, language);
    }
    const std::string name = line.command()->get_name();
    if (name == "run") {
        return RunRequest{line.what, line.exercises, language, line.allow_uncontained};
    }
    if (name == "replay") {
        ReplayOptions options;
        options.verdict = line.verdict;
        options.submission = line.submission;
        options.check = line.check_id;
        options.exercises = line.exercises;
        options.live = line.live;
        options.language = language;
        options.allow_uncontained = line.allow_uncontained;
        return options;
    }
    if (name == "list") {
        return ListRequest{line.exercises, language};
    }
    if (name == "exercise") {
        return read_exercise_request(line, language);
    }
    if (name == "doctor") {
        return DoctorRequest{language};
    }
    CheckOptions options;
    options.paths = line.paths;
    options.exercises = line.exercises;
    options.exercise = line.exercise;
    options.json_path = line.json_path;
    options.language = language;
    options.allow_uncontained = line.allow_uncontained;
    options.seed = line.seed.empty() ? std::nullopt : whole_number(line.seed);
    return options;
}

Language language_of_locale(const char* lc_all, const char* lc_messages, const char* lang) {
    for (const char* variable : {lc_all, lc_messages, lang}) {
        const std::string_view locale = variable == nullptr ? "" : variable;
        if (!locale.empty()) {
            const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
            return Language::named(language).value_or(Language::english);
        }
    }
    return Language::english;
}

}  // namespace grader
