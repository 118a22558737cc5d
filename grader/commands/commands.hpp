#pragma once

#include "grader/commands/command.hpp"

namespace grader {

// Each registers its arguments with CLI11, and returns the function to run after the arguments are read.
Action check_command(Command& command);
Action run_command(Command& command);
Action hint_command(Command& command);
Action watch_command(Command& command);
Action replay_command(Command& command);
Action list_command(Command& command);
Action explain_command(Command& command);
Action exercise_command(Command& command);
Action doctor_command(Command& command);

struct NamedCommand {
    const char* name;
    Action (*make)(Command& command);
};

/// The commands of `grade`.
inline constexpr NamedCommand commands[] = {
    {"check", check_command},     {"run", run_command},           {"watch", watch_command},
    {"hint", hint_command},       {"replay", replay_command},     {"list", list_command},
    {"explain", explain_command}, {"exercise", exercise_command}, {"doctor", doctor_command},
};

}  // namespace grader
