#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

// Folders are floors: an include is spelled from the root, and goes down only.

namespace {

using Folders = std::vector<std::string>;

/// What floors.txt says: a folder, and what it may include besides itself. A folder that is not listed there
/// may not hold code.
std::map<std::string, Folders> written_down() {
    std::map<std::string, Folders> found;
    std::ifstream file(fs::path(AWAITLAB_SOURCE_DIR) / "grader/floors.txt");
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t colon = line.find(':');
        if (line.empty() || line.front() == '#' || colon == std::string::npos) continue;
        Folders& lower = found[line.substr(0, colon)];
        std::istringstream names(line.substr(colon + 1));
        for (std::string name; names >> name;) lower.push_back(name);
    }
    return found;
}

/// With what students see and write: whatever folders there are.
const std::map<std::string, Folders>& floors() {
    static const std::map<std::string, Folders> table = [] {
        std::map<std::string, Folders> all = written_down();
        for (const auto& entry : fs::directory_iterator(fs::path(AWAITLAB_SOURCE_DIR) / "exercises")) {
            if (!entry.is_directory()) continue;
            const std::string folder = "exercises/" + entry.path().filename().string();
            all[folder] = {"runtime"};
            all["reference"].push_back(folder);
        }
        return all;
    }();
    return table;
}

struct Include {
    std::string file;
    int line;
    std::string included;
};

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

std::vector<Include> includes_in(const fs::path& root, const fs::path& file) {
    static const std::regex include(R"re(^\s*#\s*include\s*"([^"]*)".*)re");
    std::vector<Include> found;
    std::ifstream source(file);
    std::string text;
    for (int line = 1; std::getline(source, text); ++line) {
        std::smatch match;
        if (std::regex_match(text, match, include)) {
            found.push_back({fs::relative(file, root).string(), line, match[1].str()});
        }
    }
    return found;
}

std::vector<fs::path> sources(const fs::path& root) {
    std::vector<fs::path> found;
    for (const char* top : {"runtime", "exercises", "reference", "grader"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const fs::path extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp") found.push_back(entry.path());
        }
    }
    std::ranges::sort(found);
    return found;
}

/// What is wrong with an include line; nothing where it is as it should be.
std::string objection(const fs::path& root, const Include& include) {
    const std::string from = folder_of(include.file);
    const std::string to = folder_of(include.included);
    const auto floor = floors().find(from);
    if (floor == floors().end()) return from + " is no folder that floors.txt knows";
    if (!fs::exists(root / include.included))
        return "an include is spelled from the root, and this is no file there";
    if (to == from || std::ranges::count(floor->second, to) > 0) return "";
    std::string allowed;
    for (const std::string& one : floor->second) allowed += " " + one;
    return from + " may include itself and" + (allowed.empty() ? " nothing else" : allowed);
}

}  // namespace

TEST_CASE("floors: every include goes down, to a folder that floors.txt allows") {
    const fs::path root = AWAITLAB_SOURCE_DIR;
    int seen = 0;
    for (const fs::path& file : sources(root)) {
        for (const Include& include : includes_in(root, file)) {
            ++seen;
            const std::string wrong = objection(root, include);
            CHECK_MESSAGE(wrong.empty(), include.file, ":", include.line, ": #include \"", include.included,
                          "\": ", wrong);
        }
    }
    CHECK(seen > 200);
}

TEST_CASE("floors: every folder with code in it is in the table, and none that there is not") {
    const fs::path root = AWAITLAB_SOURCE_DIR;
    std::vector<std::string> with_code;
    for (const fs::path& file : sources(root))
        with_code.push_back(folder_of(fs::relative(file, root).string()));
    for (const std::string& folder : with_code) CHECK_MESSAGE(floors().contains(folder), folder);
    for (const auto& [folder, floor] : floors()) {
        CHECK_MESSAGE(std::ranges::count(with_code, folder) > 0, folder);
        for (const std::string& lower : floor) CHECK_MESSAGE(floors().contains(lower), lower);
    }
}

TEST_CASE("floors: above aio no two floors include each other") {
    for (const auto& [upper, floor] : floors()) {
        if (upper.starts_with("runtime")) continue;
        for (const std::string& lower : floor) {
            CHECK_MESSAGE(std::ranges::count(floors().at(lower), upper) == 0, upper, " and ", lower);
        }
    }
}

TEST_CASE("floors: only a .cpp of the grader knows JSON, so that it reaches no student and no header") {
    const fs::path root = AWAITLAB_SOURCE_DIR;
    for (const fs::path& file : sources(root)) {
        std::ifstream source(file);
        std::string text;
        for (int line = 1; std::getline(source, text); ++line) {
            if (text.find("<nlohmann/") == std::string::npos) continue;
            const std::string name = fs::relative(file, root).string();
            const bool allowed =
                name.ends_with(".cpp") && name.starts_with("grader/") && !name.starts_with("grader/child");
            CHECK_MESSAGE(allowed, name, ":", line);
        }
    }
}

TEST_CASE("floors: neither the grader nor the runtime names one of awaitlab's exercises, but in prose") {
    const fs::path root = AWAITLAB_SOURCE_DIR;
    std::string names;
    for (const auto& entry : fs::directory_iterator(root / "exercises")) {
        if (entry.is_directory()) names += (names.empty() ? "" : "|") + entry.path().filename().string();
    }
    // A name that is part of a longer word, such as "weathered", is another word.
    const std::regex named("(^|[^A-Za-z])(" + names + ")($|[^A-Za-z])", std::regex::icase);
    for (const char* top : {"runtime", "grader"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            if (!entry.is_regular_file() || entry.path().extension() == ".md") continue;
            std::ifstream source(entry.path());
            std::string text;
            for (int line = 1; std::getline(source, text); ++line)
                CHECK_MESSAGE(!std::regex_search(text, named), fs::relative(entry.path(), root).string(), ":",
                              line, ": ", text);
        }
    }
}

TEST_CASE("floors: a wrong include is told with what is allowed") {
    const fs::path root = AWAITLAB_SOURCE_DIR;
    CHECK(objection(root, {"grader/judge/judge.cpp", 1, "grader/box/box.hpp"}) ==
          "grader/judge may include itself and grader/exercise grader/timeline grader/texts grader/verdict");
    CHECK(objection(root, {"runtime/run.cpp", 1, "grader/verdict/verdict.hpp"}) != "");
    CHECK(objection(root, {"grader/judge/judge.cpp", 1, "judge.hpp"}) ==
          "an include is spelled from the root, and this is no file there");
    CHECK(objection(root, {"grader/newfloor/a.cpp", 1, "grader/box/box.hpp"}) ==
          "grader/newfloor is no folder that floors.txt knows");
    CHECK(objection(root, {"grader/judge/judge.cpp", 1, "grader/judge/judge.hpp"}) == "");
}
