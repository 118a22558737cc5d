#include "grader/commands/course.hpp"
#include "tests/grader/temporary_folder.hpp"
#include "tests/grader/written_rubric.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace grader;
namespace fs = std::filesystem;

namespace {

void write_exercise(const TemporaryFolder& folder, const std::string& name,
                    const std::string& stub = "stub.cpp") {
    folder.write(name + "/" + name + ".hpp", written_rubric::header);
    folder.write(name + "/" + stub, "// as it is handed out\n");
    folder.write(name + "/rubric.json",
                 written_rubric::expecting(R"({"measure": "finish_time", "exactly": "2s"})"));
}

std::string complaint(const std::string& folder) {
    const Course course = open_course(folder);
    CHECK(course.complaint.in(Language::french) != course.complaint.in(Language::english));
    return course.complaint.in(Language::english);
}

}  // namespace

TEST_CASE("course: without a folder it is awaitlab's own, which may also be named, or given by its folder") {
    CHECK(open_course("").exercises.size() == exercises().size());
    CHECK(open_course(exercises_folder().string()).exercises.size() == exercises().size());
    const Course one = open_course((exercises_folder() / "weather").string());
    REQUIRE(one.exercises.size() == 1);
    CHECK(one.exercises[0].name == "weather");
    CHECK(open_course("crawler").exercises.at(0).name == "crawler");
}

TEST_CASE("course: a folder is one exercise, or has several, in the order of their names") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    write_exercise(folder, "letter");
    folder.write("notes.txt");
    fs::create_directory(folder / "drafts");
    const Course both = open_course(folder.path());
    REQUIRE_MESSAGE(both.exercises.size() == 2, both.complaint.in(Language::english));
    CHECK(both.exercises[0].name == "letter");
    CHECK(both.exercises[1].name == "parcel");
    const Course one = open_course(folder / "parcel/");
    REQUIRE(one.exercises.size() == 1);
    CHECK(one.exercises[0].name == "parcel");
    CHECK(one.exercises[0].header == written_rubric::header);
    CHECK(one.exercises[0].driver != "");
}

TEST_CASE("course: a student works in NAME.cpp once it is there, and the stub stays what it was") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel");
    const std::string digest = open_course(folder.path()).exercises.at(0).stub_digest;
    CHECK(stub_path(open_course(folder.path()).exercises.at(0)) == fs::path(folder / "parcel/stub.cpp"));
    folder.write("parcel/parcel.cpp", "int work = 1;\n");
    const Course course = open_course(folder.path());
    CHECK(stub_path(course.exercises.at(0)) == fs::path(folder / "parcel/parcel.cpp"));
    CHECK(handed_out(course.exercises.at(0)) == fs::path(folder / "parcel/stub.cpp"));
    CHECK(course.exercises.at(0).stub_digest == digest);
}

TEST_CASE("course: without stub.cpp, NAME.cpp is the stub") {
    const TemporaryFolder folder;
    write_exercise(folder, "parcel", "parcel.cpp");
    const Course course = open_course(folder.path());
    REQUIRE(course.exercises.size() == 1);
    CHECK(handed_out(course.exercises[0]) == fs::path(folder / "parcel/parcel.cpp"));
    CHECK(reference_path(course.exercises[0]) == fs::path(folder / "parcel/reference.cpp"));
}

TEST_CASE("course: what is missing or misnamed is told with its place") {
    const TemporaryFolder folder;
    CHECK(complaint(folder / "nowhere") == folder / "nowhere: there is no such folder");
    CHECK(complaint(folder.path()).find("no exercise in this folder") != std::string::npos);
    folder.write("Parcel-1/rubric.json", "{}");
    CHECK(complaint(folder.path()) ==
          folder /
              "Parcel-1: an exercise's folder has a name of small letters, digits and _, "
              "such as parcel");
    fs::remove_all(folder / "Parcel-1");
    folder.write("parcel/rubric.json", "{}");
    CHECK(complaint(folder.path()) ==
          folder / "parcel/parcel.hpp is missing: it declares what students write");
    folder.write("parcel/parcel.hpp");
    CHECK(complaint(folder.path()) == folder / "parcel/rubric.json:1: \"title\" is missing");
}
