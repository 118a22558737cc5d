#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace grade_process;

namespace {

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// One line on standard error, nothing on standard output.
void check_one_line(const Said& said) {
    CHECK(said.output == "");
    CHECK_MESSAGE(std::ranges::count(said.error, '\n') == 1, said.error);
    CHECK(said.error.ends_with('\n'));
    CHECK(said.error.size() > 10);
}

/// Called wrongly: exit code 2, one line that has these words, and no JSON.
void check_usage(const std::vector<std::string>& arguments, const std::string& words) {
    const Said said = grade(arguments);
    CAPTURE(arguments.back());
    CHECK(said.exit_code == 2);
    check_one_line(said);
    CHECK_MESSAGE(contains(said.error, words), said.error);
}

/// The same with --json, which must write nothing.
void check_usage_of_check(const std::vector<std::string>& paths, const std::string& words) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"check"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    for (const std::string& json : {folder / "verdict.json", std::string("-")}) {
        std::vector<std::string> with_json = arguments;
        with_json.insert(with_json.end(), {"--json", json});
        check_usage(with_json, words);
    }
    CHECK(folder.empty());
}

std::string reference(const std::string& exercise) {
    return AWAITLAB_SOURCE_DIR "/reference/" + exercise + ".cpp";
}

std::vector<std::string> outcomes(const nlohmann::json& report) {
    std::vector<std::string> all;
    for (const auto& verdict : report.at("verdicts")) all.push_back(verdict.at("outcome"));
    return all;
}

}  // namespace

TEST_CASE("check: an exercise, a file or a folder that there is not, is told in one line") {
    check_usage_of_check({"tooster"}, "tooster: there is no such file, folder or exercise");
    check_usage_of_check({"/nowhere/toaster.cpp"}, "/nowhere/toaster.cpp: there is no such file");
    check_usage_of_check({"--exercise", "tooster"}, "there is no exercise tooster");
    check_usage_of_check({"toaster", "tooster"}, "tooster: there is no such file");
}

TEST_CASE("check: a folder without an exercise is told in one line") {
    const TemporaryFolder folder;
    check_usage_of_check({folder.path()}, "no exercise in this folder");
    folder.write("notes.txt", "toaster");
    check_usage_of_check({folder.path()}, "no exercise in this folder");
}

TEST_CASE("check: a file that could be for any exercise is told in one line, with what to do") {
    const TemporaryFolder folder;
    check_usage_of_check({folder.write("main.cpp", "int x;\n")}, "Say so with --exercise NAME");
}

TEST_CASE("check: an option that there is not, or a value that makes no sense, is told in one line") {
    check_usage({"check", "--frobnicate"}, "There is no option --frobnicate");
    check_usage({"check", "toaster", "--seed", "many"}, "--seed is a whole number");
    check_usage({"check", "toaster", "--lang", "de"}, "--lang is en or fr");
    check_usage({"check", "toaster", "--json"}, "--json needs FILE: ");
    check_usage({"frobnicate"}, "There is no command frobnicate");
}

TEST_CASE("run: what it cannot run is told in one line") {
    check_usage({"run", "tooster"}, "tooster");
    check_usage({"run"}, "grade run needs EXERCISE|FILE: ");
    check_usage({"run", AWAITLAB_SOURCE_DIR "/exercises"}, "run takes one exercise or one file");
}

TEST_CASE(
    "check: a place where no JSON can stand is told in one line before anything is graded, exit code 2") {
    const TemporaryFolder folder;
    folder.write("file");
    for (const std::string& path :
         {folder / "missing/verdict.json", folder.path(), folder / "file/verdict.json"}) {
        const Said said = grade({"check", "toaster", "--json", path});
        CAPTURE(path);
        CHECK(said.exit_code == 2);
        CHECK(said.output.empty());
        CHECK_MESSAGE(std::ranges::count(said.error, '\n') == 1, said.error);
        CHECK(contains(said.error, path.substr(0, path.rfind('/'))));
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("check: JSON that cannot be written is told in one line, exit code 3") {
    const Said said = grade({"check", "toaster", "--json", "/dev/full"});
    CHECK(said.exit_code == 3);
    CHECK_MESSAGE(std::ranges::count(said.error, '\n') == 1, said.error);
}

TEST_CASE("check: a disk with no room left is told in one line, and what was there stays") {
    const TemporaryFolder folder;
    const std::string json = folder / "verdict.json";
    const Circumstances full_disk = [&] {
        if (!own_mounts() || ::mount("none", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
            return false;
        folder.write("verdict.json", "old");
        folder.write("filler", std::string(1 << 20, 'x'));
        return true;
    };
    const Said said = grade({"check", "toaster", "--json", json}, full_disk);
    if (!is_possible(said)) return;
    CHECK(said.exit_code == 3);
    CHECK_MESSAGE(std::ranges::count(said.error, '\n') == 1, said.error);
    CHECK(contains(said.error, "there is no room left for it"));
}

TEST_CASE("check: standard output that takes no more is told in one line") {
    const Circumstances full = [] { return ::dup2(::open("/dev/full", O_WRONLY), 1) == 1; };
    const Said said = grade({"check", "toaster", "--json", "-"}, full);
    CHECK(said.exit_code == 3);
    CHECK(contains(said.error, "Standard output cannot be written to"));
}

TEST_CASE("check: without a compiler one line says what to install, exit code 3, and there is no JSON") {
    const TemporaryFolder folder;
    const TemporaryFolder nothing;
    const Circumstances no_programs = [&nothing] {
        const auto hide = [&nothing](const char* programs) {
            return ::mount(nothing.path().c_str(), programs, nullptr, MS_BIND, nullptr) == 0;
        };
        return own_mounts() && hide("/usr/bin") && hide("/usr/local/bin");
    };
    for (const char* command : {"check", "doctor"}) {
        std::vector<std::string> arguments{command};
        if (arguments[0] == "check")
            arguments.insert(arguments.end(), {"toaster", "--json", folder / "verdict.json"});
        const Said said = grade(arguments, no_programs);
        if (!is_possible(said)) return;
        CHECK(said.exit_code == 3);
        check_one_line(said);
        CHECK(contains(said.error, "install clang 19"));
    }
    CHECK(folder.empty());
}

TEST_CASE("check: the stubs are not started, none of them, and that is no pass") {
    const TemporaryFolder folder;
    const Said said = grade({"check", "--json", folder / "report.json"});
    CHECK(said.exit_code == 1);
    CHECK(said.error == "");
    CHECK(said.output != "");
    const auto report = nlohmann::json::parse(bytes_of_file(folder / "report.json"));
    CHECK(outcomes(report) == std::vector<std::string>(3, "not_started"));
    CHECK(report.at("score").at("points") == 0);
    CHECK(report.at("score").at("max_points") == 30);
    CHECK(schema::complaints_about_file(folder / "report.json") == "");
}

TEST_CASE(
    "check: with --json - standard output is the JSON and nothing else, and the text is on standard error") {
    const Said said = grade({"check", "toaster", "--json", "-"});
    CHECK(said.exit_code == 1);
    CHECK(schema::complaints(said.output) == "");
    CHECK(outcomes(nlohmann::json::parse(said.output)) == std::vector<std::string>{"not_started"});
    CHECK(contains(said.error, "toaster"));
}

TEST_CASE("check: a right solution passes, exit code 0; beside a wrong one it still passes, exit code 1") {
    const TemporaryFolder folder;
    const std::string broken =
        folder.write("toaster.cpp", "#include \"exercises/toaster/toaster.hpp\"\nint x = ;\n");
    CHECK(grade({"check", reference("toaster")}).exit_code == 0);
    const Said both = grade({"check", reference("toaster"), broken, "--json", "-"});
    CHECK(both.exit_code == 1);
    CHECK(schema::complaints(both.output) == "");
    CHECK(outcomes(nlohmann::json::parse(both.output)) ==
          std::vector<std::string>{"passed", "compile_error"});
}

TEST_CASE("check: what is no C++ file at all gets a row, too") {
    const TemporaryFolder folder;
    std::filesystem::create_symlink("/etc/passwd", folder / "toaster.cpp");
    const Said said = grade({"check", folder.path(), "--json", "-"});
    CHECK(said.exit_code == 1);
    CHECK(outcomes(nlohmann::json::parse(said.output)) == std::vector<std::string>{"invalid_submission"});
    CHECK_FALSE(contains(said.output, "root:"));
}

TEST_CASE("check: --lang fr speaks French, in complaints, in the text and in the JSON") {
    const Said complaint = grade({"check", "tooster", "--lang", "fr"});
    CHECK(complaint.exit_code == 2);
    check_one_line(complaint);
    CHECK(contains(complaint.error, "ni fichier, ni dossier, ni exercice"));
    const Said french = grade({"check", "toaster", "--lang", "fr", "--json", "-"});
    const Said english = grade({"check", "toaster", "--lang", "en", "--json", "-"});
    CHECK(french.error != english.error);
    const auto verdict = nlohmann::json::parse(french.output).at("verdicts").at(0);
    CHECK(verdict.at("grader").at("language") == "fr");
    CHECK(schema::complaints(french.output) == "");
}

TEST_CASE("explain says what a word or a compiler's message means, in either language") {
    const Said one = grade({"explain", "deadlocked"});
    CHECK(one.exit_code == 0);
    CHECK(one.output.starts_with("deadlocked: waits for ever\n"));
    CHECK(one.output.find("never given back") != std::string::npos);
    CHECK(grade({"explain", "cannot", "be", "a", "coroutine"}).output.find("aio::Coroutine<…>") !=
          std::string::npos);
    CHECK(grade({"explain", "--lang", "fr", "deadlocked"})
              .output.starts_with("deadlocked : attend pour toujours\n"));
    CHECK(grade({"explain"}).output.find("never_awaited") != std::string::npos);
    check_usage({"explain", "dedlocked"}, "did you mean deadlocked?");
    check_usage({"explain", "frobnicate"}, "nothing explains frobnicate");
}

TEST_CASE("list, doctor, --help and --version answer on standard output, exit code 0") {
    for (const char* argument : {"list", "doctor", "--help", "--version"}) {
        const Said said = grade({argument});
        CAPTURE(argument);
        CHECK(said.exit_code == 0);
        CHECK(said.output != "");
        CHECK(said.error == "");
    }
    CHECK(contains(grade({"list"}).output, "weather"));
    CHECK(grade({"list", "--lang", "fr"}).output != grade({"list"}).output);
}
