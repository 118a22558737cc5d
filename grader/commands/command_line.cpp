#include "grader/commands/command_line.hpp"

namespace grader {
namespace {

void add_value(CLI::App* command, const char* name, std::string& value) {
    command->add_option(name, value)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace

CommandLine::CommandLine() {
    app.set_version_flag("--version", "");
    // Exactly one: a path called "list" is a path.
    app.require_subcommand(1);
    add_value(&app, "--lang", language);
    const auto add_command = [this](const char* name) {
        CLI::App* command = app.add_subcommand(name);
        add_value(command, "--lang", language);
        return command;
    };

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

const CLI::App* CommandLine::command() const {
    const std::vector<CLI::App*> given = app.get_subcommands();
    return given.empty() ? nullptr : given.front();
}

}  // namespace grader
