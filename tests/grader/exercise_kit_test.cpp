#include "grader/compile/exercise_kit.hpp"

#include "grader/box/detect.hpp"
#include "grader/compile/compile.hpp"
#include "runtime/aio.hpp"
#include "tests/grader/containments.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

using namespace grader;
namespace fs = std::filesystem;

namespace {

const Kit& kit() {
    static const Kit prepared = [] {
        const auto toolchain = aio::run(find_toolchain());
        REQUIRE(toolchain);
        const auto made = aio::run(prepare_kit(*toolchain));
        REQUIRE(made);
        return *made;
    }();
    return prepared;
}

ExerciseSource letter(const std::string& body = "co_await write_letter();") {
    ExerciseSource exercise;
    exercise.name = "letter";
    exercise.include_path = "exercises/letter/letter.hpp";
    exercise.header = "#pragma once\n#include \"runtime/aio.hpp\"\naio::Coroutine<> write_letter();\n";
    exercise.driver =
        "#include \"exercises/letter/letter.hpp\"\n#include \"grader/child/driver.hpp\"\n"
        "aio::Coroutine<> child::perform(std::string, Arguments, Results&) { " +
        body +
        " }\naio::Coroutine<> child::perform_live() { co_return; }\nconst bool child::header_waits = "
        "false;\n";
    return exercise;
}

Expected<ExercisePart> try_to_prepare(
    const ExerciseSource& exercise, const std::vector<fs::path>& places,
    const Containment& containment = *aio::run(detect_containment()).works) {
    return aio::run(prepare_exercise(kit(), exercise, containment, places));
}

ExercisePart prepare(const ExerciseSource& exercise, const std::vector<fs::path>& places,
                     const Containment& containment = *aio::run(detect_containment()).works) {
    const Expected<ExercisePart> part = try_to_prepare(exercise, places, containment);
    REQUIRE(part);
    return *part;
}

std::string failure_of(const ExerciseSource& exercise, const fs::path& place) {
    const Expected<ExercisePart> part = try_to_prepare(exercise, {place});
    REQUIRE_FALSE(part);
    CHECK(part.failure().fault == Failure::Fault::exercise);
    return part.failure().what.in(Language::english);
}

/// Whether a submission compiles with that part.
bool serves(const ExercisePart& part, const Containment& containment) {
    Kit with = kit();
    with.add("letter", letter().header, part.folder);
    CompileRequest request;
    request.source = "#include \"letter.hpp\"\naio::Coroutine<> write_letter() { co_return; }\n";
    request.display_name = "letter.cpp";
    request.exercise = "letter";
    const CompileResult result = aio::run(compile(request, with, containment));
    return std::holds_alternative<Program>(result.outcome);
}

}  // namespace

TEST_CASE("an exercise gets its part of the kit, whatever contains the compiler") {
    for (const Containment& containment : containments()) {
        const TemporaryFolder folder;
        const ExercisePart part = prepare(letter(), {folder.path()}, containment);
        CHECK(serves(part, containment));
    }
}

TEST_CASE("what was made is kept; another header or another driver is made anew") {
    const TemporaryFolder folder;
    const ExercisePart first = prepare(letter(), {folder.path()});
    const auto made = fs::last_write_time(first.folder / "letter.sh");
    const ExercisePart again = prepare(letter(), {folder.path()});
    CHECK(again.folder == first.folder);
    CHECK(fs::last_write_time(again.folder / "letter.sh") == made);
    ExerciseSource changed = letter();
    changed.header += "// changed\n";
    CHECK(prepare(changed, {folder.path()}).folder != first.folder);
    CHECK(prepare(letter("co_await write_letter(); co_return;"), {folder.path()}).folder != first.folder);
}

TEST_CASE("an incomplete part is made again") {
    const TemporaryFolder folder;
    const ExercisePart first = prepare(letter(), {folder.path()});
    fs::remove(first.folder / "complete");
    fs::remove(first.folder / "letter.sh");
    const ExercisePart again = prepare(letter(), {folder.path()});
    CHECK(again.folder == first.folder);
    CHECK(fs::exists(again.folder / "letter.sh"));
}

TEST_CASE("two graders that want the same part at once get the same one") {
    const TemporaryFolder folder;
    const Containment containment = *aio::run(detect_containment()).works;
    const auto both = [](const std::vector<fs::path>& places,
                         const Containment& how) -> aio::Coroutine<bool> {
        auto [one, other] = co_await aio::gather(prepare_exercise(kit(), letter(), how, places),
                                                 prepare_exercise(kit(), letter(), how, places));
        co_return one&& other && one->folder == other->folder;
    };
    const std::vector<fs::path> places{folder.path()};
    CHECK(aio::run(both(places, containment)));
}

TEST_CASE("where nothing can be written the next place is taken, and at last one that goes again") {
    const TemporaryFolder folder;
    const std::string file = folder.write("file");
    const ExercisePart second = prepare(letter(), {fs::path(file) / "in_a_file", folder / "second"});
    CHECK(second.folder.parent_path() == fs::path(folder / "second"));
    fs::path gone;
    {
        const ExercisePart temporary = prepare(letter(), {fs::path(file) / "in_a_file"});
        CHECK(serves(temporary, *aio::run(detect_containment()).works));
        gone = temporary.folder;
    }
    CHECK_FALSE(fs::exists(gone));
}

TEST_CASE("a part that was not used for a month is removed when another part is made") {
    const TemporaryFolder folder;
    const ExercisePart old = prepare(letter(), {folder.path()});
    fs::last_write_time(old.folder / "complete",
                        fs::file_time_type::clock::now() - std::chrono::hours(24 * 31));
    const ExercisePart fresh = prepare(letter("co_return;"), {folder.path()});
    CHECK(fs::exists(fresh.folder));
    CHECK_FALSE(fs::exists(old.folder));
}

TEST_CASE("a header or a driver that does not compile is told in one line, and leaves nothing") {
    const TemporaryFolder folder;
    ExerciseSource broken = letter();
    broken.header += "int x = ;\n";
    CHECK(failure_of(broken, folder.path()) ==
          "the exercise letter does not compile: letter.hpp:4: expected expression");
    CHECK(
        failure_of(letter("\n#line 1 \"the call send(\\\"a: b\\\")\"\nco_await send();"), folder.path()) ==
        "the exercise letter does not compile: the call send(\"a: b\"): use of undeclared identifier 'send'");
    for (const auto& entry : fs::directory_iterator(folder.path())) CHECK_FALSE(entry.is_directory());
}
