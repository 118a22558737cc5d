#include "grader/exercise/course.hpp"
#include "grader/exercise/read_exercise.hpp"
#include "tests/grader/failures.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/grade_process.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace grader;
using grade_process::grade;
using grade_process::Said;
namespace fs = std::filesystem;

namespace {

const std::string header =
    "#include \"runtime/aio.hpp\"\naio::Coroutine<int> fetch(int number, aio::Duration delay);\n";

const std::string exercise = R"json({
  "title": {"en": "The parcel", "fr": "Le colis"},
  "functions": {"fetch": {"parameters": {"number": [1, 9], "delay": ["0.5s", "2s"]}, "lasts": "delay"}},
  "scenarios": [{"id": "as written", "calls": [{"call": "fetch", "with": {"number": 3, "delay": "2s"}}]}],
  "criteria": [
    {"id": "waits", "points": 4, "of": "fetch", "title": {"en": "It waits", "fr": "Elle attend"},
     "expect": {"measure": "finish_time", "exactly": "delay"}, "hint": {"en": "Wait.", "fr": "Attendez."}}
  ]
}
)json";

const std::string right =
    "aio::Coroutine<int> fetch(int number, aio::Duration delay) {\n    co_await aio::sleep(delay);\n    "
    "co_return number;\n}\n";

void write_exercise(const TemporaryFolder& folder, const std::string& name,
                    const std::string& stub = "stub.cpp") {
    folder.write(name + "/" + name + ".hpp", header);
    folder.write(name + "/" + stub, "// as it is handed out\n");
    folder.write(name + "/" + exercise_json, exercise);
}

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::string complaint(const std::string& folder) {
    const Expected<Course> course = open_course(folder);
    const Failure& failure = course ? course->broken.at(0) : course.failure();
    CHECK(failure.what.in(french()) != failure.what.in(Language::english));
    return failure.what.in(Language::english);
}

}  // namespace

TEST_CASE("course: without a folder it is awaitlab's own, which may also be named, or given by its folder") {
    CHECK(open_course("")->exercises.size() == exercises().size());
    CHECK(open_course(exercises_folder().string())->exercises.size() == exercises().size());
    const Expected<Course> one = open_course((exercises_folder() / "weather").string());
    REQUIRE(one->exercises.size() == 1);
    CHECK(one->exercises[0].name == "weather");
    CHECK(open_course("crawler")->exercises.at(0).name == "crawler");
}

TEST_CASE("course: a folder is one exercise, or has several, in the order of their names") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    write_exercise(folder, "letter");
    folder.write("notes.txt");
    fs::create_directory(folder / "drafts");
    const Expected<Course> both = open_course(folder.path());
    REQUIRE_MESSAGE(both, failures::sentence(both));
    REQUIRE(both->exercises.size() == 2);
    CHECK(both->exercises[0].name == "letter");
    CHECK(both->exercises[1].name == "parcel");
    const Expected<Course> one = open_course(folder / "parcel/");
    REQUIRE(one->exercises.size() == 1);
    CHECK(one->exercises[0].name == "parcel");
    CHECK(one->exercises[0].header == header);
    CHECK(one->exercises[0].header_name == "parcel.hpp");
}

TEST_CASE("course: a student works in NAME.cpp once it is there, and the stub stays what it was") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    const std::string digest = open_course(folder.path())->exercises.at(0).stub_digest;
    CHECK(stub_path(open_course(folder.path())->exercises.at(0)) == fs::path(folder / "parcel/stub.cpp"));
    folder.write("parcel/parcel.cpp", "int work = 1;\n");
    const Expected<Course> course = open_course(folder.path());
    CHECK(stub_path(course->exercises.at(0)) == fs::path(folder / "parcel/parcel.cpp"));
    CHECK(handed_out(course->exercises.at(0)) == fs::path(folder / "parcel/stub.cpp"));
    CHECK(course->exercises.at(0).stub_digest == digest);
}

TEST_CASE("course: without stub.cpp, NAME.cpp is the stub") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel", "parcel.cpp");
    const Expected<Course> course = open_course(folder.path());
    REQUIRE(course->exercises.size() == 1);
    CHECK(handed_out(course->exercises[0]) == fs::path(folder / "parcel/parcel.cpp"));
    CHECK(reference_path(course->exercises[0]) == fs::path(folder / "parcel/reference.cpp"));
}

TEST_CASE("course: what is missing or misnamed is told with its place") {
    const TemporaryFolder folder;
    CHECK(complaint(folder / "nowhere") == folder / "nowhere: there is no such folder");
    CHECK(complaint(folder.path()).find("no exercise in this folder") != std::string::npos);
    folder.write("Parcel-1/exercise.json", "{}");
    CHECK(complaint(folder.path()) ==
          folder /
              "Parcel-1: an exercise's folder has a name of small letters, digits and _, "
              "such as parcel");
    fs::remove_all(folder / "Parcel-1");
    folder.write("parcel/exercise.json", "{}");
    CHECK(complaint(folder.path()) ==
          folder / "parcel/parcel.hpp is missing: it declares what students write");
    folder.write("parcel/parcel.hpp");
    CHECK(complaint(folder.path()) == folder / "parcel/exercise.json:1: \"title\" is missing");
}

TEST_CASE(
    "course: a folder that is copied under another name is another exercise, with nothing in it changed") {
    const TemporaryFolder folder;
    fs::copy(exercises_folder() / "toaster", folder / "brunch", fs::copy_options::recursive);
    fs::copy_file(reference_path(*find_exercise("toaster")), folder / "brunch/reference.cpp");
    const Expected<Course> course = open_course(folder.path());
    REQUIRE_MESSAGE(course, failures::sentence(course));
    REQUIRE(course->exercises.size() == 1);
    CHECK(course->exercises[0].name == "brunch");
    CHECK(course->exercises[0].include_path() == "exercises/toaster/toaster.hpp");
    CHECK(handed_out(course->exercises[0]) == fs::path(folder / "brunch/toaster.cpp"));
    const Said list = grade({"list", "--exercises", folder.path()});
    CHECK(list.exit_code == 0);
    CHECK(contains(list.output, "brunch – "));
    CHECK_FALSE(contains(list.output, "toaster – "));

    const Said stub = grade({"check", "--exercises", folder.path()});
    CHECK(stub.exit_code == 1);
    CHECK_MESSAGE(contains(stub.output, "brunch: not started yet"), stub.output, stub.error);
    const std::string begun = folder.write(
        "begun.cpp", bytes_of_file(folder / "brunch/toaster.cpp") + "int begun() { return 1; }\n");
    const Said compiled = grade({"check", begun, "--exercises", folder.path(), "--json", "-"});
    CHECK(nlohmann::json::parse(compiled.output).at("verdicts").at(0).at("outcome") == "failed");
    const Said reference =
        grade({"check", folder / "brunch/reference.cpp", "--exercises", folder.path(), "--json", "-"});
    CHECK_MESSAGE(reference.exit_code == 0, reference.error);
    const auto verdict = nlohmann::json::parse(reference.output).at("verdicts").at(0);
    CHECK(verdict.at("exercise") == "brunch");
    CHECK(verdict.at("outcome") == "passed");
    CHECK(verdict.at("score").at("points") == 10);
}

TEST_CASE(
    "course: a broken exercise is named and does not keep the others from being graded; the exit code is 2") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    write_exercise(folder, "letter");
    folder.write("letter/exercise.json", "{\"title\": 7}");
    folder.write("parcel/parcel.cpp", "#include \"parcel.hpp\"\n" + right);
    const Expected<Course> course = open_course(folder.path());
    REQUIRE(course);
    REQUIRE(course->exercises.size() == 1);
    CHECK(course->exercises[0].name == "parcel");
    REQUIRE(course->broken.size() == 1);
    CHECK(course->broken[0].what.in(Language::english).starts_with(folder / "letter/exercise.json:1: "));
    CHECK(course->broken[0].what.in(french()) != course->broken[0].what.in(Language::english));

    for (const char* command : {"check", "list"}) {
        const Said said = grade({command, "--exercises", folder.path()});
        CAPTURE(said.error);
        CHECK(said.exit_code == 2);
        CHECK(std::ranges::count(said.error, '\n') == 1);
        CHECK(contains(said.error, "letter/exercise.json:1: "));
        CHECK(contains(said.output, "parcel"));
    }
    CHECK(contains(grade({"check", "--exercises", folder.path()}).output, "4 of 4"));
}

TEST_CASE("course: so is one that is well written, but does not compile") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    write_exercise(folder, "letter");
    folder.write("letter/letter.hpp", header + "int x = ;\n");
    folder.write("letter/letter.cpp", "#include \"letter.hpp\"\n" + right);
    folder.write("parcel/parcel.cpp", "#include \"parcel.hpp\"\n" + right);
    const Said said = grade({"check", "--exercises", folder.path()});
    CAPTURE(said.output);
    CHECK(said.exit_code == 2);
    CHECK(std::ranges::count(said.error, '\n') == 1);
    CHECK_MESSAGE(contains(said.error, "the exercise letter does not compile: letter.hpp:3: "), said.error);
    CHECK(contains(said.output, "4 of 4"));
}
