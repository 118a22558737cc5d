#pragma once

#include "grader/texts/text.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace grader {

/// Does what a command is for, and gives the exit code: 0 everything passed, 1 something did not, 2 the
/// command line is wrong, 3 a fault of the grader.
using Action = std::function<int()>;

/// A command, as it is registered with CLI11 in one language. CLI11 puts what it reads into the variables,
/// which outlive it.
class Command {
public:
    /// Every command has --help and --lang.
    Command(CLI::App& app, Language language);

    Language language() const { return language_; }

    /// Whether the command line has it.
    bool is_given() const { return app_->parsed(); }

    void describe(const Text& what) { app_->description(what.in(language_)); }

    /// What its help page ends with, such as examples.
    void end_page(const Text& text) { app_->footer(text.in(language_)); }

    /// A command of its own within this one.
    Command subcommand(const std::string& name);

    template <class Variable>
    CLI::Option* argument(const Text& name, Variable& variable, const Text& description) {
        return app_->add_option(name.in(language_), variable, description.in(language_))->type_name("");
    }
    CLI::Option* option(const std::string& name, const Text& value, std::string& variable,
                        const Text& description);
    /// One that may be given several times.
    CLI::Option* options(const std::string& name, const Text& value, std::vector<std::string>& variable,
                         const Text& description);
    void flag(const std::string& name, bool& variable, const Text& description) {
        app_->add_flag(name, variable, description.in(language_));
    }

    CLI::Option* exercises_option(std::string& folder);
    void uncontained_flag(bool& allowed);

private:
    CLI::Option* with_value(CLI::Option* option, const Text& value, const Text& description) const;

    CLI::App* app_;
    Language language_;
};

/// "new, check or list". Requires: at least one name.
Text one_of(std::vector<std::string> names);

}  // namespace grader
