#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

// What cannot be read keeps nobody else from being graded.

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

std::string reference(const std::string& exercise) {
    return AWAITLAB_SOURCE_DIR "/reference/" + exercise + ".cpp";
}

std::vector<std::string> outcomes(const nlohmann::json& report) {
    std::vector<std::string> all;
    for (const auto& verdict : report.at("verdicts")) all.push_back(verdict.at("outcome"));
    return all;
}

bool become_nobody() { return ::setgid(65534) == 0 && ::setuid(65534) == 0; }

}  // namespace

TEST_CASE("check: where all there is may not be read, that is told in one line, exit code 2") {
    const TemporaryFolder folder;
    folder.write("locked/toaster.cpp", "int x;\n");
    std::filesystem::permissions(folder / "locked", std::filesystem::perms::owner_all);
    for (const std::string& path : {folder / "locked", folder.path(), folder / "locked/toaster.cpp"}) {
        const Said said = grade({"check", path, "--json", "-"}, become_nobody);
        if (!is_possible(said)) return;
        CHECK(said.exit_code == 2);
        check_one_line(said);
        CHECK_MESSAGE(contains(said.error, "cannot be read"), said.error);
    }
}

TEST_CASE("check: what may not be read is named, a line each, and the rest is graded; that is no pass") {
    const TemporaryFolder folder;
    const std::string right = bytes_of_file(reference("toaster"));
    folder.write("a/toaster.cpp", right);
    folder.write("b/locked\n\u009b2J\xff/toaster.cpp", right);
    folder.write("c/toaster.cpp", right);
    folder.write("d/main.cpp", right);  // nobody can know what it is for
    folder.write("e/toaster.cpp", "int x;\n");
    std::filesystem::permissions(folder / "b/locked\n\u009b2J\xff", std::filesystem::perms::owner_all);
    std::filesystem::permissions(folder / "d/main.cpp", std::filesystem::perms::owner_read);
    std::filesystem::permissions(folder / "e/toaster.cpp", std::filesystem::perms::owner_read);
    const auto check = [&](const std::vector<std::string>& paths) {
        std::vector<std::string> words = {"check", "--json", folder / "out/verdict.json"};
        words.insert(words.end(), paths.begin(), paths.end());
        return grade(words, become_nobody);
    };
    folder.write("out/.keep");
    std::filesystem::permissions(folder / "out", std::filesystem::perms::all);
    const Said said = check({folder.path()});
    if (!is_possible(said)) return;
    CHECK(said.exit_code == 1);
    CHECK_MESSAGE(std::ranges::count(said.error, '\n') == 2, said.error);
    CHECK_MESSAGE(contains(said.error, "b/locked\\n\\u009b2J\xEF\xBF\xBD cannot be read"), said.error);
    CHECK_MESSAGE(contains(said.error, "d/main.cpp cannot be read"), said.error);
    const auto report = nlohmann::json::parse(bytes_of_file(folder / "out/verdict.json"));
    CHECK(outcomes(report) == std::vector<std::string>{"passed", "passed", "invalid_submission"});
    CHECK(schema::complaints_about_file(folder / "out/verdict.json") == "");
    // Also where everything that was graded passed, and where a folder is named by itself.
    const Said passed = check({folder / "a", folder / "b", folder / "b/locked\n\u009b2J\xff", folder / "c"});
    CHECK(passed.exit_code == 1);
    CHECK_MESSAGE(std::ranges::count(passed.error, '\n') == 2, passed.error);
    CHECK(outcomes(nlohmann::json::parse(bytes_of_file(folder / "out/verdict.json"))) ==
          std::vector<std::string>{"passed", "passed"});
}

TEST_CASE("check: a file on a broken disk has a row of its own, and the others are graded") {
    const TemporaryFolder folder;
    folder.write("a/toaster.cpp", bytes_of_file(reference("toaster")));
    folder.write("b/toaster.cpp");
    // Reading the start of a process's memory is an input/output error.
    const Circumstances broken = [&] {
        return own_mounts() && ::mount("/proc/self/mem", (folder / "b/toaster.cpp").c_str(), nullptr, MS_BIND,
                                       nullptr) == 0;
    };
    const Said said = grade({"check", folder.path(), "--json", "-"}, broken);
    if (!is_possible(said)) return;
    CHECK(said.exit_code == 3);
    CHECK(outcomes(nlohmann::json::parse(said.output)) == std::vector<std::string>{"passed", "internal_error"});
}
