#include "grader/compile/exercise_recipe.hpp"

#include "grader/box/system_program.hpp"
#include "grader/compile/command_line.hpp"
#include "grader/compile/diagnostics.hpp"

#include <fmt/format.h>

#include <fstream>
#include <ostream>

namespace grader {

namespace {

namespace fs = std::filesystem;
using Words = ExerciseRecipe::Words;

/// The same command, with line information. The code stays the same, byte for byte.
Words with_lines(Words command) {
    command.insert(command.begin() + 1, "-g1");
    return command;
}

void write_step(std::ostream& script, const Words& command, int failed) {
    script << "\"$@\" " << quoted(command) << "\nstatus=$?\n"
           << "[ $status -gt 128 ] && exit $status\n"
           << "[ $status -eq 0 ] || exit " << failed << '\n';
}

}  // namespace

Words submission_flags(const Toolchain& toolchain) {
    Words flags = {"-std=c++20",
                   "-O0",
                   "-fPIC",
                   "-D_GLIBCXX_ASSERTIONS",
                   "-Wall",
                   "-Wextra",
                   "-Wunused-result",
                   "-Werror=return-type",
                   "-fno-diagnostics-show-option"};
    // clang 19 does not look at SOURCE_DATE_EPOCH where it uses a precompiled header.
    flags = flags + Words{"-Wno-builtin-macro-redefined", "-D__DATE__=\"Jan  1 1970\"",
                          "-D__TIME__=\"00:00:00\"", "-D__TIMESTAMP__=\"Thu Jan  1 00:00:00 1970\""};
    for (const Compiler::Flag& flag : toolchain.compiler->flags) {
        if (toolchain.major >= flag.since) flags.emplace_back(flag.text);
    }
    return flags;
}

Words ExerciseRecipe::compiler(const Kit& kit) {
    return Words{kit.toolchain().path} + submission_flags(kit.toolchain());
}

Words ExerciseRecipe::linker(const Kit& kit) {
    const std::string& name = kit.toolchain().linker;
    return name.empty() ? Words{} : Words{"-fuse-ld=" + name};
}

Words ExerciseRecipe::precompile_command(const Kit& kit, const Words& compiler, const std::string& header,
                                         const std::string& stem) {
    const Compiler& kind = *kit.toolchain().compiler;
    const std::string precompiled = stem + std::string(kind.precompiled_suffix);
    return compiler + kind.precompile_flags + Words{"-x", "c++-header", header, "-o", precompiled};
}

Words ExerciseRecipe::precompiled_code_command(const Kit& kit, const std::string& stem) {
    const std::string precompiled = stem + std::string(kit.toolchain().compiler->precompiled_suffix);
    return {kit.toolchain().path, "-O0", "-fPIC", "-c", precompiled, "-o", stem + ".o"};
}

Words ExerciseRecipe::include_precompiled(const std::string& stem) const {
    const Compiler& kind = *kit_.toolchain().compiler;
    return {kind.include_precompiled_flag, stem + std::string(kind.precompiled_suffix)};
}

Words ExerciseRecipe::compiler() const {
    return compiler(kit_) +
           Words{"-I" + in_here("include"), "-I" + in_kit("include"), "-iquote" + in_here("header")};
}

aio::Coroutine<> ExerciseRecipe::precompile() {
    const Words with_base = compiler() + include_precompiled(in_kit("base"));
    const Words header = precompile_command(kit_, with_base, in_here("page.hpp"), in_here(exercise_));
    const Ended ended = co_await run_(header);
    if (!ended.ok()) co_return;
    const Words code = precompiled_code_command(kit_, in_here(exercise_));
    co_await run_(code);
}

aio::Coroutine<> ExerciseRecipe::compile_driver() {
    const Words command = compile_command(in_here("driver.cpp"), in_here("driver.o")) + Words{"-w"};
    co_await run_(command);
}

Words ExerciseRecipe::compile_command(const std::string& source, const std::string& object) const {
    Words words = compiler();
    if (kit_.precompiled()) words = words + include_precompiled(in_here(exercise_));
    return words + Words{"-c", source, "-o", object};
}

Words ExerciseRecipe::link_command() const {
    const Words words = Words{kit_.toolchain().path} + linker(kit_) + Words{"-o", "program", "submission.o"};
    const Words child = {"-Wl,--whole-archive", in_kit("lib/libchild.a"), "-Wl,--no-whole-archive",
                         in_here("driver.o")};
    if (kit_.precompiled()) {
        return words + Words{in_here(exercise_ + ".o")} + child +
               Words{in_kit("run/libkit.so"), "-Wl,-rpath," + in_kit("run"), "-luv"};
    }
    return words + child + Words{in_kit("lib/libaio.a"), "-luv"};
}

/// What the driver would run, to be run without it: starting clang once more takes 20 ms.
aio::Coroutine<Words> ExerciseRecipe::without_driver(Words command) {
    command.push_back("-###");
    const Ended ended = co_await run_(command);
    const auto commands = read_driver_commands(ended.standard_error);
    if (!ended.ok() || !commands || commands->size() != 1) {
        if (fault_.empty()) fault_ = fmt::format("{} is not one command", quoted(command));
        co_return Words();
    }
    co_return commands->front();
}

aio::Coroutine<std::string> ExerciseRecipe::write_scripts() {
    Words compile = compile_command(compiled_name, "submission.o");
    Words compile_lines = with_lines(compile);
    Words link = link_command();
    if (kit_.precompiled()) {
        std::ofstream(in_here(compiled_name)).flush();  // for -###, which wants to see its inputs
        std::ofstream(in_here("submission.o")).flush();
        compile = co_await without_driver(compile);
        compile_lines = co_await without_driver(compile_lines);
        link = co_await without_driver(link);
        for (const char* name : {compiled_name, "submission.o"}) fs::remove(in_here(name));
    }
    std::ofstream program(in_here(exercise_ + ".sh"));
    write_step(program, compile, compile_failed);
    write_step(program, link, link_failed);
    std::ofstream lines(in_here(exercise_ + ".lines.sh"));
    write_step(lines, compile_lines, compile_failed);
    write_step(lines, link, link_failed);
    const Words ask = {system_program("addr2line"), "-a", "-i", "-e", "program"};
    lines << "exec \"$@\" " << quoted(ask) << " < " << places_name << '\n';
    program.close();
    lines.close();
    if ((!program || !lines) && fault_.empty()) fault_ = here_.string() + " cannot be written to";
    co_return fault_;
}

}  // namespace grader
