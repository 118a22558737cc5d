#pragma once

#include "grader/box/run_boxed.hpp"
#include "grader/compile/kit.hpp"
#include "runtime/coroutine.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// The flags every submission is compiled with.
std::vector<std::string> submission_flags(const Toolchain& toolchain);

/// Makes one exercise's part of a kit in the folder `here`, which holds page.hpp (the code that all its
/// submissions share) and driver.cpp (the code that calls their functions). Makes the precompiled header, the
/// driver's code, and the scripts.
class ExerciseRecipe {
public:
    using Words = std::vector<std::string>;
    /// Runs a command in `here`, which is its working directory.
    using Run = std::function<aio::Coroutine<Ended>(Words)>;

    /// `kit` outlives it.
    ExerciseRecipe(const Kit& kit, std::string exercise, std::filesystem::path here, Run run)
        : kit_(kit), exercise_(std::move(exercise)), here_(std::move(here)), run_(std::move(run)) {}

    /// The precompiled header and its code, NAME.o. Requires: a kit with precompiled headers.
    aio::Coroutine<> precompile();

    /// Compiles driver.cpp into the object that programs are linked with.
    aio::Coroutine<> compile_driver();

    /// NAME.sh and NAME.lines.sh. Gives what went wrong, or nothing.
    aio::Coroutine<std::string> write_scripts();

    /// The compiler with the flags that all exercises share.
    static Words compiler(const Kit& kit);
    static Words linker(const Kit& kit);

    /// A header becomes STEM with the compiler's suffix, and that STEM.o, its code. Requires:
    /// Compiler::can_precompile().
    static Words precompile_command(const Kit& kit, const Words& compiler, const std::string& header,
                                    const std::string& stem);
    static Words precompiled_code_command(const Kit& kit, const std::string& stem);

private:
    std::string in_kit(const std::string& name) const { return (kit_.folder() / name).string(); }
    std::string in_here(const std::string& name) const { return (here_ / name).string(); }
    Words compiler() const;
    Words compile_command(const std::string& source, const std::string& object) const;
    Words link_command() const;
    Words include_precompiled(const std::string& stem) const;
    aio::Coroutine<Words> without_driver(Words command);

    const Kit& kit_;
    std::string exercise_;
    std::filesystem::path here_;
    Run run_;
    std::string fault_;
};

}  // namespace grader
