#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/toolchain.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// The folders from which the kit is made, and the folder in which it is kept.
struct KitPlaces {
    KitPlaces();  ///< awaitlab's own

    std::filesystem::path source;     ///< with runtime/, grader/child/ and grader/compile/kit/
    std::filesystem::path libraries;  ///< with libaio.a and libchild.a
    std::filesystem::path kept;       ///< one folder in here for each kit
};

/// The parts that are prepared once for all submissions: precompiled headers, libraries, and commands.
/// README.md lists the contents of its folder.
class Kit {
public:
    Kit(Toolchain toolchain, std::filesystem::path folder, bool precompiled)
        : toolchain_(std::move(toolchain)), folder_(std::move(folder)), precompiled_(precompiled) {}

    const Toolchain& toolchain() const { return toolchain_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// The sh script that makes `program` of `submission.cpp` in its working directory. Exit codes: see
    /// ScriptExit. Its arguments, if any, are put before each command.
    std::string script(const std::string& exercise) const { return in_place_of(exercise, ".sh"); }

    /// The same; then it prints the lines of the places in `places`, for find_lines() to read.
    std::string lines_script(const std::string& exercise) const { return in_place_of(exercise, ".lines.sh"); }

    /// The text of the header that declares what a submission defines.
    const std::string& given_header(const std::string& exercise) const { return parts_.at(exercise).header; }

    /// The files that a program of this kit needs in its box to start.
    std::vector<std::string> needed_to_run() const { return {(folder_ / "run").string()}; }

    /// The files that a script of this kit needs in its box.
    std::vector<std::string> needed_to_compile() const;

    /// Adds an exercise, whose part is in its own folder (exercise_kit.hpp). `temporary`, if any, removes
    /// that folder in its destructor.
    void add(const std::string& exercise, std::string header, std::filesystem::path place,
             std::shared_ptr<const void> temporary = {}) {
        parts_[exercise] = {std::move(header), std::move(place), std::move(temporary)};
    }

    /// Whether the kit has this exercise.
    bool has(const std::string& exercise) const { return parts_.contains(exercise); }

    /// Whether the fast way worked with this compiler: precompiled headers, and no driver in between.
    bool precompiled() const { return precompiled_; }

private:
    struct Part {
        std::string header;
        std::filesystem::path place;
        std::shared_ptr<const void> temporary;
    };

    const std::filesystem::path& place_of(const std::string& exercise) const;
    std::string in_place_of(const std::string& exercise, const char* ending) const {
        return (place_of(exercise) / (exercise + ending)).string();
    }

    Toolchain toolchain_;
    std::filesystem::path folder_;
    bool precompiled_;
    std::map<std::string, Part> parts_;
};

/// The file that lines_script() reads: offsets in the program's file, one a line, in hexadecimal.
constexpr const char* places_name = "places";

/// The exit codes of a kit's script, besides 0 and that of a killed command (128 and the signal's number).
enum ScriptExit { compile_failed = 10, link_failed = 11 };

/// The kit for this compiler and these headers: the one kept from last time, or a new one, which takes some
/// seconds. Two graders that prepare the same kit at once wait for each other. A failure is the grader's own.
aio::Coroutine<Expected<Kit>> prepare_kit(Toolchain toolchain, KitPlaces places = KitPlaces());

}  // namespace grader
