#include "grader/commands/arguments.hpp"

#include "grader/commands/help.hpp"
#include "grader/report/utf8.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace grader {
namespace {

/// The language that --lang names, before anything else is read: a complaint is in that language too.
Language asked_language(const std::vector<std::string>& arguments, Language usual) {
    Language language = usual;
    for (std::size_t index = 0; index < arguments.size() && arguments[index] != "--"; ++index) {
        const bool next = arguments[index] == "--lang" && index + 1 < arguments.size();
        const std::string& value = next ? arguments[index + 1] : arguments[index];
        if (value == (next ? "fr" : "--lang=fr")) {
            language = Language::french;
        } else if (value == (next ? "en" : "--lang=en")) {
            language = Language::english;
        }
    }
    return language;
}

/// The commands as CLI11 reads them, and what it read.
struct CommandLine {
    CLI::App app;
    CLI::App* check = nullptr;
    CLI::App* run = nullptr;
    CLI::App* exercise_command = nullptr;
    std::vector<std::string> paths;
    std::string exercises;
    std::string exercise;
    std::string json_path;
    std::string seed;
    std::string what;
    std::string language;
    bool allow_uncontained = false;
    CLI::App* replay = nullptr;
    std::string verdict;
    std::string submission;
    std::string check_id;
    bool live = false;

    CommandLine() {
        app.set_version_flag("--version", "");
        // Exactly one: a path called "list" is a path.
        app.require_subcommand(1);
        add_language(app);

        check = add_command("check");
        check->add_option("PATH", paths);
        add_value(check, "--exercise", exercise);
        add_value(check, "--exercises", exercises);
        add_value(check, "--json", json_path);
        add_value(check, "--seed", seed);
        check->add_flag("--allow-uncontained", allow_uncontained);

        run = add_command("run");
        run->add_option("EXERCISE", what)->required();
        add_value(run, "--exercises", exercises);
        run->add_flag("--allow-uncontained", allow_uncontained);

        replay = add_command("replay");
        replay->add_option("VERDICT", verdict)->required();
        replay->add_option("SUBMISSION", submission);
        add_value(replay, "--check", check_id);
        add_value(replay, "--exercises", exercises);
        replay->add_flag("--live", live);
        replay->add_flag("--allow-uncontained", allow_uncontained);

        add_value(add_command("list"), "--exercises", exercises);

        exercise_command = add_command("exercise");
        exercise_command->add_option("WHAT", paths)->required();
        add_value(exercise_command, "--exercises", exercises);
        exercise_command->add_flag("--allow-uncontained", allow_uncontained);

        add_command("doctor");
    }

    /// The one that was given; null if none was.
    const CLI::App* command() const {
        const std::vector<CLI::App*> given = app.get_subcommands();
        return given.empty() ? nullptr : given.front();
    }

private:
    void add_value(CLI::App* command, const char* name, std::string& value) {
        command->add_option(name, value)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }

    void add_language(CLI::App& command) { add_value(&command, "--lang", language); }

    CLI::App* add_command(const char* name) {
        CLI::App* command = app.add_subcommand(name);
        add_language(*command);
        return command;
    }
};

Text see_help(const CLI::App* command) {
    const std::string name = command == nullptr ? "" : command->get_name() + " ";
    return say("grade {0}--help shows how.", "grade {0}--help montre comment faire.", name);
}

/// What stands there that should not: an unknown command, an unknown option, an argument too many.
Text not_expected(const CommandLine& line, const std::string& argument) {
    const CLI::App* command = line.command();
    const std::string name = visible(argument);
    if (argument.starts_with('-')) {
        return say("There is no option {0}: {1}", "L'option {0} n'existe pas : {1}",
                   name.substr(0, name.find('=')), see_help(command));
    }
    if (command == nullptr) {
        return say("There is no command {0}: it is check, run, replay, list, exercise or doctor.",
                   "La commande {0} n'existe pas : c'est check, run, replay, list, exercise ou doctor.", name);
    }
    return say("grade {1} does not know what to do with {0}: leave it out.",
               "grade {1} ne sait que faire de {0} : enlevez-le.", name, command->get_name());
}

/// What an option wants, for somebody who gave it none.
Text missing_value(const std::string& option) {
    if (option == "--json") {
        return Text("--json needs the name of a file, or - for standard output.",
                    "--json demande le nom d'un fichier, ou - pour la sortie standard.");
    }
    if (option == "--seed") {
        return Text("--seed needs a whole number, for example --seed 7.",
                    "--seed demande un nombre entier, par exemple --seed 7.");
    }
    if (option == "--lang") {
        return Text("--lang needs a language: en or fr.", "--lang demande une langue : en ou fr.");
    }
    if (option == "--exercises") {
        return Text("--exercises needs a folder with exercises in it.",
                    "--exercises demande un dossier qui contient des exercices.");
    }
    if (option == "--exercise") {
        return Text("--exercise needs the name of an exercise: grade list shows them.",
                    "--exercise demande le nom d'un exercice : grade list les montre.");
    }
    if (option == "--check") {
        return Text("--check needs the id of a check: they stand in the verdict.",
                    "--check demande l'identifiant d'un critère : ils sont dans le verdict.");
    }
    return say("{0} needs a value.", "{0} demande une valeur.", option);
}

Text what_of_exercise() {
    return Text("Say what to do: grade exercise new NAME, or grade exercise check FOLDER.",
                "Dites quoi faire : grade exercise new NOM, ou grade exercise check DOSSIER.");
}

Answer complaint(const Text& sentence, Language language) { return {sentence.in(language) + '\n', 2}; }

/// Why CLI11 could not read it, in our words; its own are for programmers, and in English only.
Answer answer_to(const CommandLine& line, const CLI::ParseError& error, Language language) {
    const CLI::App* command = line.command();
    const std::string kind = error.get_name();
    if (kind == "CallForHelp") {
        return {help(command == nullptr ? "" : command->get_name()).in(language), 0};
    }
    if (kind == "CallForVersion") {
        return {std::string("grade ") + AWAITLAB_VERSION + " (awaitlab)\n", 0};
    }
    if (const std::vector<std::string> extras = line.app.remaining(true); !extras.empty()) {
        return complaint(not_expected(line, extras.front()), language);
    }
    if (command == nullptr && kind == "RequiredError") {
        return {help("").in(language), 2};
    }
    if (command == line.run && kind == "RequiredError") {
        return complaint(Text("Say what to run, for example: grade run toaster.",
                              "Dites quoi exécuter, par exemple : grade run toaster."),
                         language);
    }
    if (command == line.replay && kind == "RequiredError") {
        return complaint(Text("Say which verdict to play again, for example: grade replay verdict.json.",
                              "Dites quel verdict rejouer, par exemple : grade replay verdict.json."),
                         language);
    }
    if (command == line.exercise_command && kind == "RequiredError") {
        return complaint(what_of_exercise(), language);
    }
    if (kind == "ArgumentMismatch") {
        const std::string what = error.what();
        return complaint(missing_value(what.substr(0, what.find(':'))), language);
    }
    return complaint(say("This was not understood: {0}", "Cela n'a pas été compris : {0}", see_help(command)),
                     language);
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

std::optional<std::uint64_t> whole_number(const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

/// What is wrong with the values themselves.
std::optional<Text> wrong_value(const CommandLine& line) {
    // CLI11 takes whatever follows as the value, the next option too. A file of such a name is still
    // ./--name.
    const auto missing = [&line](const char* option, const std::string& value) {
        const CLI::Option* const given = line.command()->get_option_no_throw(option);
        return given != nullptr && given->count() > 0 && (value.empty() || value.starts_with("--"));
    };
    for (const auto& [option, value] : {std::pair{"--json", line.json_path},
                                        {"--exercise", line.exercise},
                                        {"--exercises", line.exercises},
                                        {"--seed", line.seed},
                                        {"--check", line.check_id},
                                        {"--lang", line.language}}) {
        if (missing(option, value)) {
            return missing_value(option);
        }
    }
    if (!line.language.empty() && line.language != "en" && line.language != "fr") {
        return say("--lang is en or fr, not {0}.", "--lang vaut en ou fr, pas {0}.", visible(line.language));
    }
    if (!line.seed.empty() && !whole_number(line.seed)) {
        return say("--seed is a whole number from 0 to 18446744073709551615, not {0}.",
                   "--seed est un nombre entier de 0 à 18446744073709551615, pas {0}.", visible(line.seed));
    }
    return std::nullopt;
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
            return language == "fr" ? Language::french : Language::english;
        }
    }
    return Language::english;
}

}  // namespace grader
