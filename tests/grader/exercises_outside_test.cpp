#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

using namespace grade_process;
namespace fs = std::filesystem;

namespace {

const std::string parcel = AWAITLAB_SOURCE_DIR "/tests/exercises_outside/parcel";

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

void replace(std::string& text, const std::string& old, const std::string& by) {
    const std::size_t at = text.find(old);
    REQUIRE_MESSAGE(at != std::string::npos, old);
    text.replace(at, old.size(), by);
}

/// A copy of the parcel, to be changed.
void copy_parcel(const TemporaryFolder& to) { fs::copy(parcel, to / "parcel"); }

void change(const TemporaryFolder& folder, const std::string& file, const std::string& old,
            const std::string& by) {
    std::string text = bytes_of_file(folder / ("parcel/" + file));
    replace(text, old, by);
    folder.write("parcel/" + file, text);
}

/// The points of each criterion, by its id.
std::map<std::string, int> points_for(const std::string& solution) {
    const TemporaryFolder folder;
    const std::string path = folder.write("solution.cpp", solution);
    const Said said = grade({"check", path, "--exercises", parcel, "--json", "-"});
    CHECK_MESSAGE(said.exit_code < 2, said.error);
    const auto report = nlohmann::json::parse(said.output);
    std::map<std::string, int> points;
    for (const auto& check : report.at("verdicts").at(0).at("checks")) {
        points[check.at("id").get<std::string>()] = check.at("points").get<int>();
    }
    return points;
}

std::map<std::string, int> points_with(const std::string& old, const std::string& by) {
    std::string solution = bytes_of_file(parcel + "/reference.cpp");
    replace(solution, old, by);
    return points_for(solution);
}

using Points = std::map<std::string, int>;

}  // namespace

TEST_CASE("outside: the whole exercise is a folder of less than 80 lines") {
    std::ptrdiff_t lines = 0;
    for (const auto& file : fs::directory_iterator(parcel)) {
        const std::string text = bytes_of_file(file.path().string());
        lines += std::count(text.begin(), text.end(), '\n');
    }
    CHECK(lines < 80);
}

TEST_CASE("outside: its stub is not started, its reference has full marks, and the verdict is as any other") {
    const Said stub = grade({"check", "--exercises", parcel, "--json", "-"});
    CHECK(stub.exit_code == 1);
    CHECK(contains(stub.error, "parcel: not started yet, 0 of 10 points"));
    const Said reference = grade({"check", parcel + "/reference.cpp", "--exercises", parcel, "--json", "-"});
    CHECK_MESSAGE(reference.exit_code == 0, reference.error);
    CHECK(contains(reference.error, "Score: 10 of 10"));
    CHECK(schema::complaints(reference.output) == "");
}

TEST_CASE("outside: another way to do the same has full marks") {
    const std::string without_tasks =
        "#include \"exercises/parcel/parcel.hpp\"\n#include <cstdio>\n"
        "struct TellsEnd {\n    bool delivered = false;\n"
        "    ~TellsEnd() { if (!delivered) std::puts(\"never mind\"); }\n};\n"
        "aio::Coroutine<std::string> deliver(aio::Duration length) {\n    TellsEnd end;\n    "
        "std::puts(\"leaving\");\n"
        "    co_await aio::sleep(length);\n    end.delivered = true;\n    co_return \"delivered\";\n}\n"
        "aio::Coroutine<> busy(aio::Duration work) { co_await aio::sleep(work); }\n"
        "aio::Coroutine<std::string> order(aio::Duration work, aio::Duration length) {\n"
        "    auto [nothing, text] = co_await aio::gather(busy(work), deliver(length));\n    co_return "
        "text;\n}\n";
    CHECK(points_for(without_tasks) ==
          Points{{"takes-its-time", 2}, {"cleans-up", 3}, {"in-the-background", 3}, {"awaited-later", 2}});
}

TEST_CASE("outside: a mistake costs its own points") {
    CHECK(points_with("throw;", "co_return \"\";") ==
          Points{{"takes-its-time", 2}, {"cleans-up", 0}, {"in-the-background", 3}, {"awaited-later", 2}});
    CHECK(points_with("aio::create_task(deliver(length))", "deliver(length)") ==
          Points{{"takes-its-time", 2}, {"cleans-up", 3}, {"in-the-background", 0}, {"awaited-later", 0}});
    CHECK(points_with("co_return co_await delivery;", "co_return \"delivered\";") ==
          Points{{"takes-its-time", 2}, {"cleans-up", 3}, {"in-the-background", 3}, {"awaited-later", 0}});
    CHECK(points_with("co_await aio::sleep(length)", "std::this_thread::sleep_for(length)") ==
          Points{{"takes-its-time", 0}, {"cleans-up", 0}, {"in-the-background", 0}, {"awaited-later", 2}});
    CHECK(points_with("aio::sleep(length)", "aio::sleep(std::chrono::seconds(2))").at("takes-its-time") == 0);
}

TEST_CASE("outside: the exercise is listed and run like awaitlab's own") {
    const Said list =
        grade({"list", "--exercises", AWAITLAB_SOURCE_DIR "/tests/exercises_outside", "--lang", "fr"});
    CHECK(list.exit_code == 0);
    CHECK(contains(list.output, "parcel – Le colis (10 points)"));
    CHECK_FALSE(contains(list.output, "toaster"));
    const TemporaryFolder folder;
    copy_parcel(folder);
    change(folder, "reference.cpp", "co_await aio::sleep(length)", "co_await aio::sleep(length / 1000)");
    const Said run = grade({"run", folder / "parcel/reference.cpp", "--exercises", folder / "parcel"});
    CHECK_MESSAGE(run.exit_code == 0, run.error);
    CHECK(contains(run.output, "on its way\norder() gave delivered\n"));
}

TEST_CASE("outside: a folder without an exercise, or with a bad one, is told in one line, exit code 2") {
    const TemporaryFolder folder;
    copy_parcel(folder);
    const auto complains = [&folder](const std::string& words) {
        const Said said = grade({"check", "--exercises", folder / "parcel"});
        CHECK(said.exit_code == 2);
        CHECK(said.output == "");
        CHECK(std::count(said.error.begin(), said.error.end(), '\n') == 1);
        CHECK_MESSAGE(contains(said.error, words), said.error);
    };
    change(folder, "exercise.json", "\"peak\"", "\"peek\"");
    complains("parcel/exercise.json:22: criteria 3, expect, measure: there is no measure peek");
    change(folder, "exercise.json", "\"peek\"", "\"peak\"");
    change(folder, "exercise.json", "\"lasts\": \"length\"", "\"lasts\": \"length\", \"returns\": {\"weight\": \"result.weight\"}");
    complains("the exercise parcel does not compile: \"returns\" of deliver: no member named 'weight' in 'std::");
    fs::copy_file(parcel + "/exercise.json", folder / "parcel/exercise.json", fs::copy_options::overwrite_existing);
    change(folder, "parcel.hpp", "deliver(aio::Duration length)", "deliver(aio::Duration length, int floor)");
    complains("the exercise parcel does not compile: the call of deliver: no matching function for call to 'deliver'");
    fs::copy_file(parcel + "/parcel.hpp", folder / "parcel/parcel.hpp", fs::copy_options::overwrite_existing);
    change(folder, "parcel.hpp", "std::string", "std::strin");
    complains("the exercise parcel does not compile: parcel.hpp:6: no");
    fs::remove(folder / "parcel/stub.cpp");
    complains("parcel/stub.cpp is missing: it is what students begin with");
    fs::remove(folder / "parcel/exercise.json");
    complains("no exercise in this folder; an exercise is a folder with a exercise.json");
    fs::remove_all(folder / "parcel");
    complains("there is no such folder");
}

TEST_CASE("exercise check: the parcel and awaitlab's own exercises hold together") {
    for (const std::string& what : {parcel, std::string(AWAITLAB_SOURCE_DIR "/exercises")}) {
        const Said said = grade({"exercise", "check", what});
        CHECK_MESSAGE(said.exit_code == 0, said.output, said.error);
        CHECK_FALSE(contains(said.output, "✗"));
        CHECK(contains(said.output, "can fail: line "));
    }
}

TEST_CASE("exercise check: what does not hold is named, exit code 1") {
    const TemporaryFolder folder;
    copy_parcel(folder);
    const auto finds = [&folder](const std::string& words) {
        const Said said = grade({"exercise", "check", folder / "parcel"});
        CHECK(said.exit_code == 1);
        CHECK_MESSAGE(contains(said.output, words), said.output, said.error);
    };
    change(folder, "exercise.json",
           "\"exactly\": \"max(work, length)\"}, {\"measure\": \"gives\", \"text\": \"delivered\"}]",
           "\"at_most\": \"100000s\"}]");
    finds("✗ awaited-later: it never failed, with any of ");
    change(folder, "reference.cpp", "aio::sleep(length)", "aio::sleep(length / 2)");
    finds("✗ the reference should have full marks: 5 of 10 points; takes-its-time: deliver took ");
    fs::copy_file(parcel + "/reference.cpp", folder / "parcel/stub.cpp",
                  fs::copy_options::overwrite_existing);
    finds("✗ the stub should compile, and not pass: 10 of 10 points");
    folder.write("parcel/stub.cpp", "no code\n");
    finds("✗ the stub should compile, and not pass: it does not compile: line 1: unknown type name 'no'");
    fs::remove(folder / "parcel/reference.cpp");
    finds("✗ no reference: ");
    folder.write("parcel/README.md", "In English only.\n");
    finds("✗ README.fr.md is missing");
}

TEST_CASE("exercise new: a skeleton that holds together at once, and is never written over another") {
    const TemporaryFolder folder;
    const std::string path = folder / "letters";
    const Said made = grade({"exercise", "new", path});
    CHECK_MESSAGE(made.exit_code == 0, made.error);
    CHECK(grade({"check", "--exercises", path}).exit_code == 1);
    const Said checked = grade({"exercise", "check", path});
    CHECK_MESSAGE(checked.exit_code == 0, checked.output, checked.error);
    const std::string rubric = folder.write("letters/exercise.json", "mine");
    const Said again = grade({"exercise", "new", path});
    CHECK(again.exit_code == 2);
    CHECK(contains(again.error, "it is there already, and nothing is overwritten"));
    CHECK(bytes_of_file(rubric) == "mine");
    CHECK(grade({"exercise", "new", folder / "Not-A-Name"}).exit_code == 2);
    CHECK(grade({"exercise", "new", folder / "no_such/letters"}).exit_code == 2);
    CHECK_FALSE(fs::exists(folder / "Not-A-Name"));
}
