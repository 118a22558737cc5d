#include "grader/commands/command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace grader {

Command::Command(CLI::App& app, Language language) : app_(&app), language_(language) {
    // Once more, since CLI11 gives the flag of a subcommand the group of another language.
    app.set_help_flag("-h,--help", say("shows this page").in(language));
    std::vector<std::string> names;
    for (const Language one : Language::all()) names.push_back(one.name());
    with_value(app.add_option("--lang"), Text(fmt::format("{}", fmt::join(names, "|"))),
               say("the language (otherwise that of your computer)"))
        ->check([language, names](const std::string& name) {
            return Language::named(name) ? ""
                                         : say("--lang is {0}, not {1}.", one_of(names), name).in(language);
        });
}

Command Command::subcommand(const std::string& name) {
    app_->require_subcommand(1);
    return {*app_->add_subcommand(name), language_};
}

CLI::Option* Command::with_value(CLI::Option* option, const Text& value, const Text& description) const {
    option->type_name(value.in(language_))->description(description.in(language_));
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    // CLI11 takes whatever follows for the value, the next option too. A file of such a name is still
    // ./--name.
    return option->check([option](const std::string& given) {
        if (given.empty() || given.starts_with("--"))
            throw CLI::ArgumentMismatch::TypedAtLeast(option->get_name(), 1, option->get_type_name());
        return std::string();
    });
}

CLI::Option* Command::option(const std::string& name, const Text& value, std::string& variable,
                             const Text& description) {
    return with_value(app_->add_option(name, variable), value, description);
}

CLI::Option* Command::options(const std::string& name, const Text& value, std::vector<std::string>& variable,
                              const Text& description) {
    CLI::Option* const option = with_value(app_->add_option(name, variable), value, description);
    return option->expected(1)->take_all();
}

CLI::Option* Command::exercises_option(std::string& folder) {
    return option("--exercises", say("FOLDER"), folder,
                  say("use the exercises in FOLDER in place of awaitlab's own"));
}

void Command::uncontained_flag(bool& allowed) {
    flag("--allow-uncontained", allowed,
         say("run even if no sandbox works here; only for code that you trust"));
}

Text one_of(std::vector<std::string> names) {
    const std::string last = std::move(names.back());
    names.pop_back();
    const std::string others = fmt::format("{}", fmt::join(names, ", "));
    return others.empty() ? Text(last) : say("{0} or {1}", others, last);
}

}  // namespace grader
