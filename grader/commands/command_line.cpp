#include "grader/commands/command_line.hpp"

#include "grader/commands/commands.hpp"
#include "grader/commands/find_submissions.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

namespace grader {
namespace {

/// CLI11's help page in another language, for a terminal of 80 columns.
class HelpPage : public CLI::Formatter {
public:
    explicit HelpPage(Language language) {
        column_width(24);
        label("Usage", say("Usage").in(language));
        label("OPTIONS", say("OPTIONS").in(language));
        label("SUBCOMMAND", say("COMMAND").in(language));
        label("Positionals", say("Arguments").in(language));
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        const bool is_flag = option->get_type_size() == 0;
        return is_flag || option->get_type_name().empty() ? "" : ' ' + option->get_type_name();
    }

    std::string make_option_desc(const CLI::Option* option) const override {
        const std::size_t width = 78 - get_column_width();  // within a command CLI11 indents by two
        return fmt::format("{}", fmt::join(wrapped(option->get_description(), width), "\n"));
    }
};

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

/// `grade parcel` is short for `grade check parcel`, and `grade my.cpp` for `grade check my.cpp`.
std::vector<std::string> with_command(std::vector<std::string> arguments,
                                      const std::vector<std::string>& names) {
    auto first = arguments.begin();
    while (first < arguments.end() && first->starts_with('-')) first += *first == "--lang" ? 2 : 1;
    if (first >= arguments.end() || std::ranges::find(names, *first) != names.end()) return arguments;
    if (names_a_submission(*first)) arguments.insert(first, "check");
    return arguments;
}

/// The command that was given, with all its words: the innermost one.
const CLI::App& given_command(const CLI::App& app) {
    const std::vector<CLI::App*> given = app.get_subcommands();
    return given.empty() ? app : given_command(*given.front());
}

/// "grade exercise new"
std::string full_name(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return (parent == nullptr ? "" : full_name(*parent) + ' ') + command.get_name();
}

std::vector<std::string> names_of_subcommands(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* one : command.get_subcommands(nullptr)) names.push_back(one->get_name());
    return names;
}

Text subcommands_of(const CLI::App& command) { return one_of(names_of_subcommands(command)); }

std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* one : command.get_options()) {
        if (!one->get_positional()) names.push_back(one->get_name());
    }
    return names;
}

/// The sentence for an unknown command, an unknown option or one argument too many.
Text not_expected(const CLI::App& command, const std::string& argument) {
    if (argument.starts_with('-')) {
        const std::string name = argument.substr(0, argument.find('='));
        if (const auto meant = nearest(name, names_of_options(command)))
            return say("There is no option {0}: did you mean {1}?", name, *meant);
        return say("There is no option {0}: {1} --help shows how.", name, full_name(command));
    }
    if (command.get_require_subcommand_min() > 0) {
        if (const auto meant = nearest(argument, names_of_subcommands(command)))
            return say("There is no command {0}: did you mean {1}?", argument,
                       full_name(command) + ' ' + *meant);
        return say("There is no command {0}: it is {1}.", argument, subcommands_of(command));
    }
    return say("{0} does not know what to do with {1}: leave it out.", full_name(command), argument);
}

/// The sentence for a missing command or argument; CLI11's message begins with its name.
Text missing(const CLI::App& command, const std::string& message) {
    const std::string name = message.substr(0, message.find_first_of(": "));
    const CLI::Option* option = command.get_option_no_throw(name);
    if (option == nullptr)
        return say("{0} needs a command: it is {1}.", full_name(command), subcommands_of(command));
    const bool is_argument = option->get_positional();
    return say("{0} needs {1}: {2}.", is_argument ? full_name(command) : name,
               is_argument ? name : option->get_type_name(), option->get_description());
}

}  // namespace

CommandLine::CommandLine(const std::vector<std::string>& arguments, Language usual)
    : language_(asked_language(arguments, usual)),
      app_(say("checks your work on the exercises, and says what to do next").in(language_), "grade") {
    app_.formatter(std::make_shared<HelpPage>(language_));
    app_.option_defaults()->group(say("Options").in(language_));
    app_.group(say("Commands").in(language_));
    app_.set_version_flag("--version", fmt::format("grade {} (awaitlab)", AWAITLAB_VERSION),
                          say("shows which version this is").in(language_));
    Command whole(app_, language_);
    for (const NamedCommand& one : commands) {
        Command command = whole.subcommand(one.name);
        commands_.emplace_back(command, one.make(command));
    }
    whole.end_page(  // last: CLI11 gives it to the subcommands that are made afterwards
        say("grade check --help shows all options of check; use --help with any command.\n\n"
            "The command ends with 0 if everything passed, 1 if something did not, 2 if it\n"
            "was not understood, 3 if the grader itself is at fault."));
    const std::vector<std::string> whole_line = with_command(arguments, names_of_subcommands(app_));
    // CLI11 takes them from the back, and takes "[a,b]" for a list; the path ./[a,b] is the same path.
    std::vector<std::string> reversed(whole_line.rbegin(), whole_line.rend());
    for (std::string& argument : reversed) {
        if (argument.starts_with('[') && argument.ends_with(']')) argument.insert(0, "./");
    }
    try {
        app_.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        answer_ = answer_to(error);
    }
}

CommandLine::Answer CommandLine::answer_to(const CLI::ParseError& error) const {
    const CLI::App& command = given_command(app_);
    const std::string kind = error.get_name();
    const std::string message = error.what();
    if (kind == "CallForVersion") return {message + '\n', 0};
    const auto mode = &command == &app_ ? CLI::AppFormatMode::Normal : CLI::AppFormatMode::All;
    if (kind == "CallForHelp") return {app_.help("", mode), 0};
    const std::vector<std::string> extras = app_.remaining(true);
    if (&command == &app_ && kind == "RequiredError" && extras.empty()) return {app_.help(), 2};
    Text sentence = say("This was not understood: {0} --help shows how.", full_name(command));
    if (!extras.empty()) {
        sentence = not_expected(command, extras.front());
    } else if (kind == "RequiredError" || kind == "ArgumentMismatch") {
        sentence = missing(command, message);
    } else if (kind == "ValidationError") {
        sentence = Text(message.substr(message.find(": ") + 2));  // after the option's name
    }
    return {visible(sentence.in(language_)) + '\n', 2};
}

int CommandLine::run() const {
    if (answer_) {
        std::fputs(answer_->text.c_str(), answer_->exit_code == 0 ? stdout : stderr);
        return answer_->exit_code;
    }
    return std::ranges::find_if(commands_, &Command::is_given, &std::pair<Command, Action>::first)->second();
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
