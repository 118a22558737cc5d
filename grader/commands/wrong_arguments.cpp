#include "grader/commands/wrong_arguments.hpp"

#include "grader/commands/help.hpp"
#include "grader/report/utf8.hpp"

#include <charconv>

namespace grader {
namespace {

Text see_help(const CLI::App* command) {
    const std::string name = command == nullptr ? "" : command->get_name() + " ";
    return say("grade {0}--help shows how.", name);
}

/// What stands there that should not: an unknown command, an unknown option, an argument too many.
Text not_expected(const CommandLine& line, const std::string& argument) {
    const CLI::App* command = line.command();
    const std::string name = visible(argument);
    if (argument.starts_with('-')) {
        return say("There is no option {0}: {1}", name.substr(0, name.find('=')), see_help(command));
    }
    if (command == nullptr) {
        return say("There is no command {0}: it is check, run, replay, list, exercise or doctor.", name);
    }
    return say("grade {1} does not know what to do with {0}: leave it out.", name, command->get_name());
}

/// "en or fr"
Text names_of_languages() {
    Text names;
    for (const Language language : Language::all())
        names = names.empty() ? Text(language.name()) : say("{0} or {1}", names, language.name());
    return names;
}

/// What an option wants, for somebody who gave it none.
Text missing_value(const std::string& option) {
    if (option == "--json") {
        return say("--json needs the name of a file, or - for standard output.");
    }
    if (option == "--seed") {
        return say("--seed needs a whole number, for example --seed 7.");
    }
    if (option == "--lang") {
        return say("--lang needs a language: {0}.", names_of_languages());
    }
    if (option == "--exercises") {
        return say("--exercises needs a folder with exercises in it.");
    }
    if (option == "--exercise") {
        return say("--exercise needs the name of an exercise: grade list shows them.");
    }
    if (option == "--check") {
        return say("--check needs the id of a check: they stand in the verdict.");
    }
    return say("{0} needs a value.", option);
}

}  // namespace

Text what_of_exercise() {
    return say("Say what to do: grade exercise new NAME, or grade exercise check FOLDER.");
}

Answer complaint(const Text& sentence, Language language) {
    return {visible(sentence.in(language)) + '\n', 2};
}

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
        return complaint(say("Say what to run, for example: grade run parcel."), language);
    }
    if (command == line.replay && kind == "RequiredError") {
        return complaint(say("Say which verdict to play again, for example: grade replay verdict.json."),
                         language);
    }
    if (command == line.exercise_command && kind == "RequiredError") {
        return complaint(what_of_exercise(), language);
    }
    if (kind == "ArgumentMismatch") {
        const std::string what = error.what();
        return complaint(missing_value(what.substr(0, what.find(':'))), language);
    }
    return complaint(say("This was not understood: {0}", see_help(command)), language);
}

std::optional<std::uint64_t> whole_number(const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

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
    if (!line.language.empty() && !Language::named(line.language)) {
        return say("--lang is {0}, not {1}.", names_of_languages(), visible(line.language));
    }
    if (!line.seed.empty() && !whole_number(line.seed)) {
        return say("--seed is a whole number from 0 to 18446744073709551615, not {0}.", visible(line.seed));
    }
    return std::nullopt;
}

}  // namespace grader
