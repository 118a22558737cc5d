#include "grader/commands/find_submissions.hpp"
#include "grader/exercise/course.hpp"
#include "tests/grader/failures.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace grader;

namespace {

std::vector<Found> found(const std::vector<std::string>& paths, const std::string& exercise = "") {
    auto result = find_submissions(paths, exercise);
    REQUIRE_MESSAGE(result, failures::sentence(result));
    return std::move(result->files);
}

/// The exercise a single file is taken for, or "" and why.
std::string exercise_for(const std::string& path, const std::string& told = "") {
    const auto result = find_submissions({path}, told);
    return result && result->files.size() == 1 ? result->files.front().exercise->name : "";
}

void check_complains(const std::vector<std::string>& paths, const std::string& exercise,
                     const std::string& words) {
    const auto result = find_submissions(paths, exercise);
    const std::string english = failures::sentence(result);
    const std::string translated = failures::sentence(result, french());
    CHECK_MESSAGE(english.find(words) != std::string::npos, english);
    CHECK(english.find('\n') == std::string::npos);
    CHECK_FALSE(translated.empty());
    CHECK(translated != english);
}

std::string including(const std::string& exercise) {
    return "#include \"exercises/" + exercise + "/" + exercise + ".hpp\"\n";
}

}  // namespace

TEST_CASE("find: no path at all is the whole course, in its order") {
    const std::vector<Found> files = found({});
    REQUIRE(files.size() == exercises().size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(files[i].exercise == &exercises()[i]);
        CHECK(files[i].path == stub_path(exercises()[i]).string());
    }
}

TEST_CASE("find: no path, but an exercise, is that one's own file") {
    const std::vector<Found> files = found({}, "weather");
    REQUIRE(files.size() == 1);
    CHECK(files[0].exercise->name == "weather");
}

TEST_CASE("find: an exercise's name is the student's own file of the course") {
    const std::vector<Found> files = found({"crawler"});
    REQUIRE(files.size() == 1);
    CHECK(files[0].path == stub_path(*find_exercise("crawler")).string());
}

TEST_CASE("find: several paths come in the order of the course, each as often as it was given") {
    const std::vector<Found> files = found({"crawler", "toaster", "crawler"});
    REQUIRE(files.size() == 3);
    CHECK(files[0].exercise->name == "toaster");
    CHECK(files[1].exercise->name == "crawler");
    CHECK(files[2].exercise->name == "crawler");
}

TEST_CASE("find: a file is for the exercise whose header it includes, whatever its name") {
    const TemporaryFolder folder;
    CHECK(exercise_for(folder.write("main.cpp", including("weather"))) == "weather");
    CHECK(exercise_for(folder.write("toaster.cpp", including("crawler"))) == "crawler");
}

TEST_CASE("find: without that line the file's name tells") {
    const TemporaryFolder folder;
    CHECK(exercise_for(folder.write("toaster.cpp")) == "toaster");
    CHECK(exercise_for(folder.write("weather-2.cpp")) == "weather");
    CHECK(exercise_for(folder.write("crawler (final) (1).cpp")) == "crawler");
    CHECK(exercise_for(folder.write("toasters.cpp")) == "");
    CHECK(exercise_for(folder.write("mytoaster.cpp")) == "");
}

TEST_CASE("find: names as Canvas and Moodle give them are understood") {
    const TemporaryFolder folder;
    CHECK(exercise_for(folder.write("dupontjean_LATE_1234_567890_toaster-1.cpp")) == "toaster");
    CHECK(exercise_for(folder.write("Élise N'Guyen_4711_assignsubmission_file_/weather.cpp")) == "weather");
    CHECK(exercise_for(folder.write("Doe Jane_99_assignsubmission_file/TP2 crawler.cpp")) == "crawler");
}

TEST_CASE("find: without line and name the folder tells, the file's own or one above") {
    const TemporaryFolder folder;
    CHECK(exercise_for(folder.write("weather/dupont.cpp")) == "weather");
    CHECK(exercise_for(folder.write("crawler/group b/durand.cpp")) == "crawler");
}

TEST_CASE("find: what is said with --exercise counts more than anything else") {
    const TemporaryFolder folder;
    CHECK(exercise_for(folder.write("toaster.cpp", including("toaster")), "weather") == "weather");
    CHECK(exercise_for(folder.write("anything.cpp"), "crawler") == "crawler");
}

TEST_CASE("find: a folder gives its C++ files, those in its subfolders too, sorted by the course") {
    const TemporaryFolder folder;
    folder.write("b/crawler.cpp");
    folder.write("a/weather.cpp");
    folder.write("c/toaster.cpp");
    folder.write("a/toaster.cpp");
    folder.write("a/toaster.hpp");
    folder.write("a/notes.txt");
    folder.write("a/helper.cpp");
    const std::vector<Found> files = found({folder.path()});
    REQUIRE(files.size() == 4);
    CHECK(files[0].path == folder / "a/toaster.cpp");
    CHECK(files[1].path == folder / "c/toaster.cpp");
    CHECK(files[2].path == folder / "a/weather.cpp");
    CHECK(files[3].path == folder / "b/crawler.cpp");
}

TEST_CASE("find: hidden files and folders are passed over") {
    const TemporaryFolder folder;
    folder.write(".toaster.cpp");
    folder.write(".git/weather.cpp");
    folder.write("crawler.cpp");
    const std::vector<Found> files = found({folder.path()});
    REQUIRE(files.size() == 1);
    CHECK(files[0].exercise->name == "crawler");
}

TEST_CASE("find: links and pipes in a folder get a row like everything else, and harm nobody") {
    const TemporaryFolder folder;
    std::filesystem::create_symlink("toaster.cpp", folder / "toaster.cpp");  // to itself
    std::filesystem::create_symlink("nowhere", folder / "weather.cpp");
    std::filesystem::create_directory_symlink(".", folder / "again");
    REQUIRE(::mkfifo((folder / "crawler.cpp").c_str(), 0600) == 0);
    const std::vector<Found> files = found({folder.path()});
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == folder / "toaster.cpp");
}

TEST_CASE("find: a folder that is called like a source file is a folder") {
    const TemporaryFolder folder;
    folder.write("weather.cpp/toaster.cpp");
    const std::vector<Found> files = found({folder.path()});
    REQUIRE(files.size() == 1);
    CHECK(files[0].exercise->name == "toaster");
}

TEST_CASE("find: a path that is nothing is complained about with the exercises there are") {
    check_complains({"tooster"}, "",
                    "tooster: there is no such file, folder or exercise; did you mean toaster?");
    check_complains({"parcel"}, "",
                    "parcel: there is no such file, folder or exercise; the exercises are toaster");
    check_complains({"parcel"}, "", "toaster, weather, crawler");
    check_complains({""}, "", "there is no such file");
}

TEST_CASE("find: an exercise that there is not is complained about") {
    check_complains({}, "tooster",
                    "there is no exercise tooster; the exercises are toaster, weather, crawler");
}

TEST_CASE("find: a file that could be for any exercise is complained about") {
    const TemporaryFolder folder;
    check_complains({folder.write("main.cpp")}, "", "which exercise is it for? Say so with --exercise NAME");
}

TEST_CASE("find: a folder without a submission is complained about") {
    const TemporaryFolder folder;
    check_complains({folder.path()}, "", "no exercise in this folder");
    folder.write("notes.txt");
    folder.write("helper.cpp");
    check_complains({folder.path()}, "", "no exercise in this folder");
}

TEST_CASE("find: folders within folders up to the longest path are searched, and what lies deeper is named") {
    const TemporaryFolder folder;
    folder.write("toaster.cpp");
    const int start = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
    int at = start;
    const std::string name(200, 'd');
    for (int depth = 0; depth < 40; ++depth) {  // 8,000 characters: only one step at a time leads there
        REQUIRE(::mkdirat(at, name.c_str(), 0755) == 0);
        const int next = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
        if (at != start) ::close(at);
        at = next;
    }
    ::close(at);
    ::close(start);
    const auto result = find_submissions({folder.path()}, "");
    REQUIRE(result);
    CHECK(result->files.size() == 1);
    REQUIRE(result->unreadable.size() == 1);
    CHECK(result->unreadable[0].what.in(Language::english).find("name too long") != std::string::npos);
}

TEST_CASE("find: a name that is no UTF-8 is a name like any other") {
    const TemporaryFolder folder;
    folder.write("\xff\xfe/toaster.cpp");
    folder.write("\xc3(/weather_\xe9.cpp");
    CHECK(found({folder.path()}).size() == 2);
}

TEST_CASE("find: one bad path among good ones is complained about") {
    check_complains({"toaster", "tooster"}, "", "tooster");
}

TEST_CASE("find: a copy of an exercise's file in this folder goes before the course's, and that is said") {
    const TemporaryFolder folder;
    folder.write("toaster.cpp", including("toaster"));
    std::filesystem::create_directories(folder / "weather");
    folder.write("weather/weather.cpp", including("weather"));
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    const auto all = find_submissions({}, "");
    const auto one = find_submissions({"toaster"}, "");
    std::filesystem::current_path(before);
    REQUIRE(all);
    REQUIRE(all->files.size() == exercises().size());
    CHECK(all->files[0].path == "toaster.cpp");
    CHECK(all->files[1].path == "weather/weather.cpp");
    CHECK(all->files[2].path == stub_path(*find_exercise("crawler")).string());
    REQUIRE(all->notes.size() == 2);
    CHECK(all->notes[0].in(Language::english) == "toaster: toaster.cpp of this folder is graded");
    REQUIRE(one);
    CHECK(one->files[0].path == "toaster.cpp");
}
