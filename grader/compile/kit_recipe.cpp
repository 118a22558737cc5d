#include "grader/compile/kit_recipe.hpp"

#include "grader/box/run_boxed.hpp"
#include "grader/compile/command_line.hpp"
#include "grader/compile/diagnostics.hpp"
#include "grader/compile/exercise_recipe.hpp"
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
            co_await precompile_base();
            std::vector<aio::Coroutine<>> rest;
            rest.push_back(make_library());
            for (const std::string& exercise : exercises_) rest.push_back(precompile_exercise(exercise));
            co_await aio::gather(rest);
        }
        for (const std::string& exercise : exercises_) {
            if (!fault_.empty()) break;
            co_await write_scripts(exercise);
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

    /// include/grader/compile/kit/familiar.hpp becomes base.pch.
    aio::Coroutine<> precompile_base() {
        const Words flags = {"-I" + in_kit("include"), "-w", "-fpch-instantiate-templates", "-fpch-codegen"};
        const Words files = {"-x", "c++-header", in_kit("include/grader/compile/kit/familiar.hpp"), "-o",
                             in_kit("base.pch")};
        const Words command = ExerciseRecipe::compiler(kit_) + flags + files;
        co_await run(command);
    }

    aio::Coroutine<> precompile_exercise(std::string exercise) {
        ExerciseRecipe recipe = recipe_for(exercise);
        co_await recipe.precompile();
    }

    ExerciseRecipe recipe_for(const std::string& exercise) {
        return ExerciseRecipe(kit_, exercise, kit_.folder(),
                              [this](Words command) { return run(std::move(command)); });
    }

    aio::Coroutine<> make_library() {
        const Words code = {kit_.toolchain().path, "-O0", "-fPIC",         "-c",
                            in_kit("base.pch"),    "-o",  in_kit("base.o")};
        co_await run(code);
        const Words output = {"-shared", "-o", in_kit("run/libkit.so")};
        const Words inputs = {in_kit("base.o"), "-Wl,--whole-archive", library("libaio.a"),
                              "-Wl,--no-whole-archive", "-luv"};
        const Words command = Words{kit_.toolchain().path} + ExerciseRecipe::linker(kit_) + output + inputs;
        co_await run(command);
    }

    aio::Coroutine<> write_scripts(std::string exercise) {
        ExerciseRecipe recipe = recipe_for(exercise);
        const std::string fault = co_await recipe.write_scripts();
        if (fault_.empty()) fault_ = fault;
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
