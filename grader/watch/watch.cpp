#include "grader/watch/watch.hpp"

#include "grader/grading/grade.hpp"
#include "grader/intake/intake.hpp"
#include "grader/report/file.hpp"
#include "grader/report/page.hpp"
#include "grader/watch/board.hpp"
#include "grader/watch/happenings.hpp"
#include "grader/watch/terminal.hpp"
#include "runtime/aio.hpp"
#include "runtime/io/process.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>
#include <variant>

// Theory of operation
//
// Three tasks put what happens into one queue: a key, a saved file, a new size of the terminal. A fourth one
// grades, and puts its verdict there, too. The main coroutine takes one thing after the other out of the
// queue, changes the board, and draws it. So nothing else touches the board or the terminal.
//
// A save cancels the grading under way and starts another one. Editors save in several steps (a new file that
// is renamed, a write in pieces): each step is graded, and only the last grading comes to its end.

namespace grader {

namespace {

aio::Coroutine<> stop(std::optional<aio::Task<>>& task) {
    if (!task) co_return;
    task->cancel();
    co_await aio::gather(aio::return_exceptions, *task);
    task.reset();
}

/// The bytes of a file, as a hash; empty where it cannot be read now.
std::string state_of(const std::string& path) {
    const auto taken = take_in(path);
    const auto* submission = std::get_if<Submission>(&taken);
    return submission == nullptr ? "" : submission->facts.sha256;
}

class Watching {
public:
    Watching(WatchOptions options, const Environment& environment)
        : options_(std::move(options)), environment_(environment) {
        board_.language = options_.language;
        for (const Assignment& file : options_.files)
            board_.exercises.push_back({file.exercise->name, {}, file.exercise->rubric.max_points()});
    }

    aio::Coroutine<int> run() {
        keys_ = aio::create_task(read_keys(happenings_));
        sizes_ = aio::create_task(watch_size(happenings_));
        std::exception_ptr interrupted;
        try {
            co_await turn_to(options_.current);
            while (!over_) {
                draw();
                Happened next = co_await happenings_.get();
                co_await handle(std::move(next));
            }
        } catch (...) {
            interrupted = std::current_exception();
        }
        for (std::optional<aio::Task<>>* task : {&grading_, &saves_, &sizes_, &keys_}) co_await stop(*task);
        if (interrupted) std::rethrow_exception(interrupted);
        co_return exit_code();
    }

private:
    const Assignment& file() const { return options_.files[board_.current]; }

    int exit_code() const {
        for (const Progress& one : board_.exercises) {
            if (one.points != one.max_points) return 1;
        }
        return 0;
    }

    aio::Coroutine<> handle(Happened happened) {
        if (const Key* key = std::get_if<Key>(&happened)) {
            co_await press(key->character);
        } else if (std::holds_alternative<Saved>(happened)) {
            const std::string now = state_of(file().path);
            if (now.empty() || now == graded_state_) co_return;
            co_await start_grading();
        } else if (Graded* graded = std::get_if<Graded>(&happened)) {
            take(std::move(*graded));
        }
    }

    aio::Coroutine<> press(char key) {
        board_.note = {};
        switch (key) {
            case interrupt:
            case 'q': over_ = true; break;
            case 'h': ++board_.hints; break;
            case 'n': co_await turn_to((board_.current + 1) % options_.files.size()); break;
            case 'r': co_await run_live(); break;
            case 'l': co_await change_language(); break;
            case 'p': write_page(); break;
            case up: ++board_.up; break;
            case down: board_.up -= board_.up > 0 ? 1 : 0; break;
            default: break;
        }
    }

    aio::Coroutine<> turn_to(std::size_t exercise) {
        co_await stop(saves_);
        board_.current = exercise;
        board_.file = file().path;
        board_.verdict.reset();
        board_.points_before.reset();
        saves_ = aio::create_task(watch_file(happenings_, file().path));
        co_await start_grading();
    }

    aio::Coroutine<> start_grading() {
        co_await stop(grading_);
        graded_state_ = state_of(file().path);
        Assignment assignment = file();
        assignment.language = board_.language;
        board_.is_grading = true;
        grading_ = aio::create_task(grade_into_queue(happenings_, std::move(assignment), environment_));
    }

    void take(Graded graded) {
        if (graded.verdict.exercise != file().exercise->name) return;  // of the exercise before
        Progress& progress = board_.exercises[board_.current];
        if (!board_.verdict || graded.verdict.submission.sha256 != board_.verdict->submission.sha256) {
            board_.points_before = progress.points;
            board_.hints = 0;
            board_.up = 0;
        }
        progress.points = graded.verdict.points;
        board_.is_grading = false;
        board_.source = std::move(graded.source);
        board_.verdict = std::move(graded.verdict);
    }

    aio::Coroutine<> change_language() {
        const std::vector<Language>& all = Language::all();
        board_.language = all[(board_.language.index() + 1) % all.size()];
        co_await start_grading();
    }

    void write_page() {
        if (!board_.verdict) return;
        if (options_.pages.empty()) {
            board_.note = say("There is no folder for pages: set HOME.");
            return;
        }
        std::error_code problem;
        std::filesystem::create_directories(options_.pages, problem);
        const std::string path = options_.pages + "/" + file().exercise->name + ".html";
        const std::optional<Text> refused = write_file(path, report_page({*board_.verdict}, {board_.source}));
        board_.note = refused ? *refused : say("The page: file://{0}", path);
    }

    /// The program writes on the usual screen. Its Ctrl-C comes as a key, and is passed on to it alone.
    aio::Coroutine<> run_live() {
        terminal_.show_usual_screen();
        terminal_.write("\n");
        aio::ProcessOptions options;
        options.command = options_.command;
        options.command.push_back(file().path);
        for (const char* variable : {"PATH", "HOME", "TERM", "LANG", "LC_ALL", "XDG_CACHE_HOME"}) {
            if (const char* value = std::getenv(variable))
                options.environment.push_back(std::string(variable) + "=" + value);
        }
        for (const int descriptor : {1, 2})
            options.descriptors.push_back({descriptor, terminal_.descriptor()});
        aio::Process program(options);
        const aio::Task<> end = aio::create_task(tell_end(happenings_, program));
        for (bool ended = false; !ended;) {
            const Happened next = co_await happenings_.get();
            const Key* key = std::get_if<Key>(&next);
            if (key != nullptr && (key->character == interrupt || key->character == 'q'))
                program.kill(SIGINT);
            ended = std::holds_alternative<Ended>(next);
        }
        co_await end;
        terminal_.write("\n" + say("Press a key to go on watching.").in(board_.language) + "\n");
        for (bool pressed = false; !pressed;) {
            const Happened next = co_await happenings_.get();
            pressed = std::holds_alternative<Key>(next);
        }
        terminal_.show_other_screen();
        co_await start_grading();  // what was saved meanwhile was not looked at
    }

    void draw() const {
        const Terminal::Size size = terminal_.size();
        TextOptions options = options_for(stdout);
        options.width = std::clamp(size.columns, narrowest_screen, widest_screen);
        terminal_.show(board_page(board_, size.rows, options));
    }

    WatchOptions options_;
    const Environment& environment_;
    Terminal terminal_;
    Board board_;
    Happenings happenings_;
    std::optional<aio::Task<>> keys_;
    std::optional<aio::Task<>> sizes_;
    std::optional<aio::Task<>> saves_;
    std::optional<aio::Task<>> grading_;
    std::string graded_state_;  // of the bytes that are graded now
    bool over_ = false;
};

}  // namespace

aio::Coroutine<Expected<int>> watch(WatchOptions options, const Environment& environment) {
    Watching watching(std::move(options), environment);
    const int code = co_await watching.run();
    co_return code;
}

}  // namespace grader
