#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

// Every file that a page of the repository names exists.

namespace {

const fs::path root = AWAITLAB_SOURCE_DIR;

std::vector<fs::path> pages() {
    std::vector<fs::path> found;
    auto entry = fs::recursive_directory_iterator(root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        const fs::path name = entry->path().filename();
        if (name == "build" || name == ".git") {
            entry.disable_recursion_pending();
        } else if (name.extension() == ".md") {
            found.push_back(entry->path());
        }
    }
    std::ranges::sort(found);
    return found;
}

/// `run` names run.hpp, run.cpp or both, and a folder names itself.
bool is_there(const fs::path& path) {
    if (fs::exists(path)) return true;
    return std::ranges::any_of(std::vector{".hpp", ".cpp"}, [&](const char* extension) {
        return fs::exists(fs::path(path).concat(extension));
    });
}

/// The first word of a piece of code, such as the program of a command, if it is a path of this repository or
/// beside the page. NAME and other words in capitals are placeholders.
bool is_path(const fs::path& page, const std::string& code) {
    static const std::regex path("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*/?");
    static const std::regex placeholder("(^|.*/)[A-Z_]{2,}([/._](?!md).*|$)");
    if (code.find('/') == std::string::npos || !std::regex_match(code, path)) return false;
    if (std::regex_match(code, placeholder) || code.starts_with("build/")) return false;
    const fs::path first = *fs::path(code).begin();
    return fs::is_directory(root / first) || fs::is_directory(page.parent_path() / first);
}

std::vector<std::string> all_of(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        found.push_back((*match)[1]);
    return found;
}

/// The paths in a line that lead nowhere. `lists_files`: the line is in a table whose first column names
/// files.
std::vector<std::string> dead_paths(const fs::path& page, const std::string& line, bool lists_files) {
    static const std::regex link("\\]\\(([^)#: ]+)(#[^)]*)?\\)");
    static const std::regex code("`([^` ]+)[^`]*`");
    std::vector<std::string> dead;
    for (const std::string& target : all_of(line, link))
        if (!fs::exists(page.parent_path() / target)) dead.push_back(target);
    for (const std::string& target : all_of(line, code))
        if (is_path(page, target) && !is_there(root / target) && !is_there(page.parent_path() / target))
            dead.push_back(target);
    if (lists_files)
        for (const std::string& target : all_of(line.substr(0, line.find('|', 1)), code))
            if (!is_there(page.parent_path() / target)) dead.push_back(target);
    return dead;
}

}  // namespace

TEST_CASE("pages: every file that a page names exists") {
    std::size_t seen = 0;
    for (const fs::path& page : pages()) {
        std::ifstream file(page);
        bool is_example = false;
        bool lists_files = false;
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            if (line.starts_with("```")) is_example = !is_example;
            lists_files = line.starts_with("| file |") || (lists_files && line.starts_with("|"));
            if (is_example) continue;
            seen += line.find('`') != std::string::npos ? 1 : 0;
            for (const std::string& path : dead_paths(page, line, lists_files))
                FAIL_CHECK(fs::relative(page, root).string(), ":", number, ": there is no ", path);
        }
    }
    CHECK(seen > 500);
}

TEST_CASE("pages: a path that leads nowhere is found") {
    const fs::path page = root / "grader/README.md";
    const auto is_dead = [&](const std::string& line, bool lists_files = false) {
        return !dead_paths(page, line, lists_files).empty();
    };
    CHECK(is_dead("see [there](nowhere/README.md#why)"));
    CHECK(is_dead("see `grader/nowhere.cpp`"));
    CHECK(is_dead("`judge/nowhere.cpp`"));
    CHECK(is_dead("| `nowhere` | what it is |", true));
    CHECK_FALSE(is_dead("[this](judge/README.md#why), `judge/judge`, `grader/grade check NAME`"));
    CHECK_FALSE(is_dead("`exercises/NAME/exercise.json`, `a/b`, `build/dev/nowhere`"));
}
