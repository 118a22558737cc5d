#include "grader/compile/kit_recipe.hpp"

#include "grader/box/boxes.hpp"
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

constexpr const char* driver_of_trial = R"(#include "grader/child/driver.hpp"

aio::Coroutine<> tried();

namespace child {

const bool header_waits = false;
aio::Coroutine<> perform(std::string, Arguments, Results&) { co_await tried(); }
aio::Coroutine<> perform_live() { co_await tried(); }

}  // namespace child
)";

/// Makes one kit. It outlives the coroutines it starts.
class Recipe {
public:
    explicit Recipe(Kit& kit) : kit_(kit) {}

    aio::Coroutine<std::string> make() {
        if (kit_.precompiled()) {
            co_await precompile_base();
            co_await make_library();
        }
        co_await try_it();
        co_return fault_;
    }

private:
    std::string in_kit(const std::string& name) const { return (kit_.folder() / name).string(); }
    std::string library(const std::string& name) const { return in_kit("lib/" + name); }

    /// Runs one command in the kit's folder. The first failure becomes the fault of the whole kit.
    aio::Coroutine<Ended> run(Words command) {
        Ended ended = co_await run(std::move(command), kit_.folder());
        co_return ended;
    }
    aio::Coroutine<Ended> run(Words command, fs::path where) {
        Ended ended;
        if (!fault_.empty()) co_return ended;
        auto slot = co_await processors_.acquire();
        const Box box = compiler_box(kit_limits(), where.string());
        ended = co_await run_boxed(box, Containment(), command);
        if (!ended.ok() && fault_.empty()) {
            const std::string& said = ended.fault.empty() ? ended.standard_error : ended.fault;
            fault_ = fmt::format("{}: {}", quoted(command), without_controls(said));
        }
        co_return ended;
    }

    /// include/grader/compile/kit/familiar.hpp becomes the precompiled header "base".
    aio::Coroutine<> precompile_base() {
        const Words compiler = ExerciseRecipe::compiler(kit_) + Words{"-I" + in_kit("include")};
        const Words command = ExerciseRecipe::precompile_command(
            kit_, compiler, in_kit("include/grader/compile/kit/familiar.hpp"), in_kit("base"));
        co_await run(command);
    }

    aio::Coroutine<> make_library() {
        const Words code = ExerciseRecipe::precompiled_code_command(kit_, in_kit("base"));
        co_await run(code);
        const Words output = {"-shared", "-o", in_kit("run/libkit.so")};
        const Words inputs = {in_kit("base.o"), "-Wl,--whole-archive", library("libaio.a"),
                              "-Wl,--no-whole-archive", "-luv"};
        const Words command = Words{kit_.toolchain().path} + ExerciseRecipe::linker(kit_) + output + inputs;
        co_await run(command);
    }

    /// An exercise of one function, and a submission for it, are compiled and linked once. Only this shows
    /// whether the fast way works with this compiler.
    aio::Coroutine<> try_it() {
        if (!fault_.empty()) co_return;
        const fs::path here = kit_.folder() / "tried";
        fs::create_directories(here);
        std::ofstream(here / "page.hpp")
            << "#include \"grader/compile/kit/familiar.hpp\"\naio::Coroutine<> tried();\n";
        std::ofstream(here / "driver.cpp") << driver_of_trial;
        ExerciseRecipe recipe(kit_, "tried", here,
                              [this, here](Words command) { return run(std::move(command), here); });
        if (kit_.precompiled()) co_await recipe.precompile();
        co_await recipe.compile_driver();
        if (fault_.empty()) fault_ = co_await recipe.write_scripts();
        std::ofstream(here / compiled_name) << "#include \"runtime/aio.hpp\"\naio::Coroutine<> tried() { "
                                               "co_await aio::sleep(aio::Duration(1)); }\n";
        const Words command = {"/bin/sh", (here / "tried.sh").string()};
        if (fault_.empty()) co_await run(command, here);
        fs::remove_all(here);
    }

    Kit& kit_;
    aio::Semaphore processors_{2};
    std::string fault_;
};

}  // namespace

aio::Coroutine<std::string> make_kit(Kit kit) {
    Recipe recipe(kit);
    std::string fault = co_await recipe.make();
    co_return fault;
}

}  // namespace grader
