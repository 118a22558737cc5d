#include "grader/compile/kit_recipe.hpp"

#include "grader/box/run_boxed.hpp"
#include "grader/compile/command_line.hpp"
#include "grader/compile/diagnostics.hpp"
#include "runtime/gather.hpp"
#include "runtime/sync/semaphore.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace grader {

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

Words operator+(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Makes one kit. It outlives the coroutines it starts.
class Recipe {
public:
    Recipe(Kit& kit, const KitPlaces& places)
        : kit_(kit), places_(places), exercises_(exercises_in(places)) {}

    aio::Coroutine<std::string> make() {
        if (exercises_.empty())
            co_return "there is no libchild_NAME.a in " + places_.libraries.string() +
                ": build awaitlab first";
        if (kit_.precompiled()) {
            co_await precompile("familiar", "base", Words());
            std::vector<aio::Coroutine<>> rest;
            rest.push_back(make_library());
            for (const std::string& exercise : exercises_) rest.push_back(precompile_exercise(exercise));
            co_await aio::gather(rest);
        }
        for (const std::string& exercise : exercises_) {
            if (!fault_.empty()) break;
            co_await write_script(exercise);
            co_await try_script(exercise);
        }
        co_return fault_;
    }

private:
    std::string in_kit(const std::string& name) const { return (kit_.folder() / name).string(); }
    std::string library(const std::string& name) const { return in_kit("lib/" + name); }

    /// Runs one command in the kit's folder; the first that fails is the fault of the whole.
    aio::Coroutine<Ended> run(Words command) {
        Ended ended;
        if (!fault_.empty()) co_return ended;
        Box box(kit_limits());
        box.system = SystemFiles::all;
        box.work_folder = kit_.folder().string();
        // The driver writes that date into the commands it would run: see without_driver().
        box.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C", "SOURCE_DATE_EPOCH=0"};
        auto slot = co_await processors_.acquire();
        ended = co_await run_boxed(box, Containment(), command);
        if (!ended.ok() && fault_.empty()) {
            const std::string& said = ended.fault.empty() ? ended.standard_error : ended.fault;
            fault_ = fmt::format("{}: {}", quoted(command), without_controls(said));
        }
        co_return ended;
    }

    Words driver(const std::string& exercise) const {
        Words words = Words{kit_.toolchain().path} + submission_flags(kit_.toolchain()) +
                      Words{"-I" + in_kit("include")};
        if (!exercise.empty()) words.push_back("-iquote" + in_kit("include/exercises/" + exercise));
        return words;
    }

    /// include/grader/compile/kit/HEADER.hpp becomes NAME.pch and its code NAME.o.
    aio::Coroutine<> precompile(std::string header, std::string name, Words on_top_of) {
        const Words flags = {"-w", "-fpch-instantiate-templates", "-fpch-codegen"};
        const std::string source = in_kit("include/grader/compile/kit/" + header + ".hpp");
        const Words files = {"-x", "c++-header", source, "-o", in_kit(name + ".pch")};
        const Words command = driver("") + flags + on_top_of + files;
        co_await run(command);
        if (name != "base") co_await compile_precompiled(name);
    }

    aio::Coroutine<> compile_precompiled(std::string name) {
        const Words command = {kit_.toolchain().path, "-O0", "-fPIC", "-c", in_kit(name + ".pch"), "-o",
                               in_kit(name + ".o")};
        co_await run(command);
    }

    aio::Coroutine<> precompile_exercise(std::string exercise) {
        // An exercise without a page of its own here has just its header.
        const std::string page = in_kit("include/grader/compile/kit/" + exercise + ".hpp");
        if (!fs::exists(page)) {
            std::ofstream(page) << "#include \"grader/compile/kit/familiar.hpp\"\n"
                                << "#include \"exercises/" << exercise << '/' << exercise << ".hpp\"\n";
        }
        const Words on_top_of = {"-include-pch", in_kit("base.pch")};
        co_await precompile(exercise, exercise, on_top_of);
    }

    aio::Coroutine<> make_library() {
        co_await compile_precompiled("base");
        const Words output = {"-shared", "-o", in_kit("run/libkit.so")};
        const Words inputs = {in_kit("base.o"), "-Wl,--whole-archive", library("libaio.a"),
                              "-Wl,--no-whole-archive", "-luv"};
        const Words command = Words{kit_.toolchain().path} + linker() + output + inputs;
        co_await run(command);
    }

    Words linker() const {
        const std::string& name = kit_.toolchain().linker;
        return name.empty() ? Words{} : Words{"-fuse-ld=" + name};
    }

    Words compile_command(const std::string& exercise) const {
        Words words = driver(exercise);
        if (kit_.precompiled()) words = words + Words{"-include-pch", in_kit(exercise + ".pch")};
        return words + Words{"-c", compiled_name, "-o", "submission.o"};
    }

    /// As compile_command(), with what tells lines; the code is the same, to the byte.
    static Words with_lines(Words command) {
        command.insert(command.begin() + 1, "-g1");
        return command;
    }

    Words link_command(const std::string& exercise) const {
        Words words = Words{kit_.toolchain().path} + linker() + Words{"-o", "program", "submission.o"};
        const Words child = {"-Wl,--whole-archive", library("libchild.a"),
                             library("libchild_" + exercise + ".a"), "-Wl,--no-whole-archive"};
        if (kit_.precompiled()) {
            return words + Words{in_kit(exercise + ".o")} + child +
                   Words{in_kit("run/libkit.so"), "-Wl,-rpath," + in_kit("run"), "-luv"};
        }
        return words + child + Words{library("libaio.a"), "-luv"};
    }

    /// What the driver would run, to be run without it: starting clang once more takes 20 ms.
    aio::Coroutine<Words> without_driver(Words command) {
        command.push_back("-###");
        Ended ended = co_await run(command);
        auto commands = read_driver_commands(ended.standard_error);
        if (fault_.empty() && (!commands || commands->size() != 1)) {
            fault_ = fmt::format("{} is not one command", quoted(command));
        }
        if (!fault_.empty()) co_return Words();
        co_return commands->front();
    }

    aio::Coroutine<> write_script(std::string exercise) {
        Words compile = compile_command(exercise);
        Words compile_lines = with_lines(compile);
        Words link = link_command(exercise);
        if (kit_.precompiled()) {
            std::ofstream(in_kit(compiled_name)).flush();  // for -###, which wants to see its inputs
            std::ofstream(in_kit("submission.o")).flush();
            compile = co_await without_driver(compile);
            compile_lines = co_await without_driver(compile_lines);
            link = co_await without_driver(link);
        }
        const auto step = [](std::ostream& script, const Words& command, int failed) {
            script << "\"$@\" " << quoted(command) << "\nstatus=$?\n"
                   << "[ $status -gt 128 ] && exit $status\n"
                   << "[ $status -eq 0 ] || exit " << failed << '\n';
        };
        std::ofstream program(kit_.script(exercise));
        step(program, compile, compile_failed);
        step(program, link, link_failed);
        std::ofstream lines(kit_.lines_script(exercise));
        step(lines, compile_lines, compile_failed);
        step(lines, link, link_failed);
        const Words ask = {"/usr/bin/addr2line", "-a", "-i", "-e", "program"};
        lines << "exec \"$@\" " << quoted(ask) << " < " << places_name << '\n';
    }

    /// The stub must compile and link.
    aio::Coroutine<> try_script(std::string exercise) {
        if (!fault_.empty()) co_return;
        fs::copy_file(places_.source / "exercises" / exercise / (exercise + ".cpp"), in_kit(compiled_name),
                      fs::copy_options::overwrite_existing);
        const Words command = {"/bin/sh", kit_.script(exercise)};
        co_await run(command);
        for (const char* name : {compiled_name, "submission.o", "program"}) fs::remove(in_kit(name));
    }

    Kit& kit_;
    const KitPlaces& places_;
    std::vector<std::string> exercises_;
    aio::Semaphore processors_{2};
    std::string fault_;
};

}  // namespace

Words submission_flags(const Toolchain& toolchain) {
    Words flags = {"-std=c++20", "-O0",     "-fPIC",           "-D_GLIBCXX_ASSERTIONS",
                   "-Wall",      "-Wextra", "-Wunused-result", "-Werror=return-type", "-fno-diagnostics-show-option"};
    // clang 19 does not look at SOURCE_DATE_EPOCH where it uses a precompiled header.
    flags = flags + Words{"-Wno-builtin-macro-redefined", "-D__DATE__=\"Jan  1 1970\"", "-D__TIME__=\"00:00:00\"",
                          "-D__TIMESTAMP__=\"Thu Jan  1 00:00:00 1970\""};
    if (toolchain.family == Toolchain::Family::clang) {
        return flags + Words{"-ftrivial-auto-var-init=pattern", "-fno-color-diagnostics",
                             "-fno-caret-diagnostics", "-ferror-limit=20",
                             "-Wno-unused-command-line-argument"};
    }
    if (toolchain.major >= 12) flags.emplace_back("-ftrivial-auto-var-init=pattern");
    return flags + Words{"-fdiagnostics-color=never", "-fno-diagnostics-show-caret", "-fmax-errors=20"};
}

std::vector<std::string> exercises_in(const KitPlaces& places) {
    Words exercises;
    for (const auto& entry : fs::directory_iterator(places.source / "exercises")) {
        const std::string name = entry.path().filename().string();
        if (fs::exists(entry.path() / (name + ".hpp")) &&
            fs::exists(places.libraries / ("libchild_" + name + ".a"))) {
            exercises.push_back(name);
        }
    }
    std::sort(exercises.begin(), exercises.end());
    return exercises;
}

aio::Coroutine<std::string> make_kit(Kit kit, KitPlaces places) {
    Recipe recipe(kit, places);
    std::string fault = co_await recipe.make();
    co_return fault;
}

}  // namespace grader
