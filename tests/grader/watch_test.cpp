#include "grader/report/utf8.hpp"
#include "grader/watch/board.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/left_behind.hpp"
#include "tests/grader/pseudo_terminal.hpp"
#include "tests/grader/report_sample.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace grader;
using namespace report_sample;
namespace fs = std::filesystem;

namespace {

Board board() {
    Board board;
    board.exercises = {{"toaster", 6, 10}, {"weather", {}, 10}, {"crawler", 10, 10}};
    board.file = "toaster.cpp";
    board.verdict = failed();
    return board;
}

std::vector<std::string> page(const Board& board, std::size_t rows, std::size_t width) {
    return lines_of(board_page(board, rows, {.width = width}));
}

const std::string usual_screen = "\x1b[?25h\x1b[?1049l";

pid_t child_of(pid_t process) {
    const std::string number = std::to_string(process);
    pid_t child = 0;
    std::ifstream children("/proc/" + number + "/task/" + number + "/children");
    children >> child;
    REQUIRE(child > 0);
    return child;
}

/// `grade watch toaster` in a folder with a copy of the stub, under a shell that waits for a line at its end:
/// the end of a session's first process would hang up the terminal.
class Watched {
public:
    Watched() {
        fs::copy_file(AWAITLAB_SOURCE_DIR "/exercises/toaster/toaster.cpp", folder_ / "toaster.cpp");
    }

    PseudoTerminal start() const {
        return PseudoTerminal(
            {"/bin/sh", "-c", AWAITLAB_BUILD_DIR "/grade watch toaster; code=$?; read line; exit $code"},
            folder_.path(), {"PATH=/usr/bin:/bin", "HOME=" + folder_.path(), "TERM=xterm", "LC_ALL=C.UTF-8"});
    }

    /// Saves as editors do: another file is renamed.
    void save(const std::string& from) const {
        fs::copy_file(from, folder_ / "toaster.cpp~", fs::copy_options::overwrite_existing);
        fs::rename(folder_ / "toaster.cpp~", folder_ / "toaster.cpp");
    }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("board: the progress, the verdict, and the keys fill the screen, and no line is too wide") {
    for (const std::size_t rows : {8U, 24U, 60U}) {
        for (const std::size_t width : {40U, 80U, 200U}) {
            for (const Language language : {Language::english, french()}) {
                Board all = board();
                all.language = language;
                all.verdict->grader.language = language;
                const std::vector<std::string> lines = page(all, rows, width);
                CHECK(lines.size() == rows);
                for (const std::string& line : lines) CHECK_LE(columns(line), width);
                CHECK(lines[0].starts_with("[toaster 6/10]"));
                CHECK(contains(lines[2], "toaster"));
            }
        }
    }
}

TEST_CASE("board: where there is no room for all, the first line and the end are shown; keys go up") {
    Board all = board();
    std::vector<std::string> lines = page(all, 12, 80);
    CHECK(contains(lines[2], "toaster: not there yet"));
    CHECK(contains(lines[9], "hint      gather() starts both"));
    all.up = 3;
    CHECK_FALSE(contains(page(all, 12, 80)[9], "hint"));
    all.up = 1000;
    CHECK(page(all, 12, 80).size() == 12);
}

TEST_CASE("board: what changed since the last verdict, and the hints that were asked for") {
    Board all = board();
    all.points_before = 4;
    CHECK(contains(page(all, 40, 80)[0], "[toaster 6/10 (was 4)]"));
    all.verdict->checks[1].further_hints = {same("SECOND")};
    CHECK_FALSE(contains(board_page(all, 60, {}), "SECOND"));
    all.hints = 1;
    CHECK(contains(board_page(all, 60, {}), "hint 2: SECOND"));
    all.hints = 2;
    CHECK(contains(board_page(all, 60, {}), "That was the last hint."));
}

TEST_CASE("watch: a saved file is graded again, a key changes the language, another one quits") {
    const Watched file;
    PseudoTerminal terminal = file.start();
    CHECK(terminal.shows("not started yet"));
    file.save(AWAITLAB_SOURCE_DIR "/reference/toaster.cpp");
    CHECK(terminal.shows("[toaster 10/10 (was 0)]"));
    terminal.press("l");
    CHECK(terminal.shows("réussi"));
    terminal.resize(30, 40);
    CHECK(terminal.shows("[toaster 10/10"));
    terminal.press("q");
    CHECK(terminal.shows(usual_screen));
    CHECK(terminal.becomes_as_before());
    terminal.press("\n");
    const int status = terminal.ended();
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);  // two exercises are not done
}

TEST_CASE("watch: however it ends, the terminal is as it was") {
    const Watched file;
    const left_behind::Orphans orphans;
    for (const std::string& end :
         {"q", "ctrl-c", "SIGTERM", "SIGHUP", "SIGINT", "killed grader", "killed guardian"}) {
        CAPTURE(end);
        PseudoTerminal terminal = file.start();
        REQUIRE(terminal.shows("not started yet"));
        CHECK_FALSE(terminal.is_as_before());
        const pid_t guardian = child_of(terminal.process());
        const pid_t grader = child_of(guardian);
        if (end == "q") terminal.press("q");
        if (end == "ctrl-c") terminal.press("\x03");
        if (end == "SIGTERM") ::kill(guardian, SIGTERM);
        if (end == "SIGHUP") ::kill(guardian, SIGHUP);
        if (end == "SIGINT") ::kill(guardian, SIGINT);
        if (end == "killed grader") ::kill(grader, SIGKILL);
        if (end == "killed guardian") ::kill(guardian, SIGKILL);
        CHECK(terminal.shows(usual_screen));
        CHECK(terminal.becomes_as_before());
        terminal.press("\n");
        terminal.ended();
        CHECK(left_behind::lasting_children() == "");
    }
}
