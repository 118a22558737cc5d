#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace grader {

/// The commands as CLI11 reads them, and what it read.
struct CommandLine {
    CLI::App app;
    CLI::App* check = nullptr;
    CLI::App* run = nullptr;
    CLI::App* replay = nullptr;
    CLI::App* exercise_command = nullptr;

    std::vector<std::string> paths;  ///< of `check`; the words after `exercise`
    std::string what;                ///< of `run`
    std::string verdict;             ///< of `replay`
    std::string submission;
    std::string check_id;
    std::string exercises;
    std::string exercise;
    std::string json_path;
    std::string seed;
    std::string language;
    bool live = false;
    bool allow_uncontained = false;

    CommandLine();

    /// The one that was given; null if none was.
    const CLI::App* command() const;
};

}  // namespace grader
