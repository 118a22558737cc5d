#include "grader/exercise/course.hpp"
#include "grader/intake/intake.hpp"
#include "tests/course/grading.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

namespace {

using grader::Exercise;
using grader::exercises;
using grader::Outcome;

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// A file of its own with this text in it, for as long as this lives.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& text)
        : path_(std::filesystem::temp_directory_path() /
                ("awaitlab-course-" + std::to_string(getpid()) + ".cpp")) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("an exercise knows the stub it hands out") {
    for (const Exercise& exercise : exercises()) {
        CAPTURE(exercise.name);
        CHECK(grader::code_digest(read(grader::stub_path(exercise))) == exercise.stub_digest);
    }
}

TEST_CASE("a stub as it is handed out has not been started, and earns nothing") {
    for (const Exercise& exercise : exercises()) {
        CAPTURE(exercise.name);
        const auto verdicts = course::grade_files({grader::stub_path(exercise)}, exercise);
        CHECK(verdicts.front().outcome == Outcome::not_started);
        CHECK(verdicts.front().points == 0);
    }
}

TEST_CASE("a stub compiles, runs to its end, and does not pass") {
    for (const Exercise& exercise : exercises()) {
        CAPTURE(exercise.name);
        // One more function makes it another program, so that it is compiled and run.
        const TemporaryFile begun(read(grader::stub_path(exercise)) + "\nint begun() { return 1; }\n");
        const auto verdicts = course::grade_files({begun.path()}, exercise);
        CHECK(verdicts.front().outcome == Outcome::failed);
        CHECK(verdicts.front().points == 0);
    }
}

TEST_CASE("a reference solution has full marks") {
    for (const Exercise& exercise : exercises()) {
        CAPTURE(exercise.name);
        const auto file = grader::reference_path(exercise);
        const auto verdicts = course::grade_files({file}, exercise);
        CHECK(verdicts.front().outcome == Outcome::passed);
        CHECK(verdicts.front().points == verdicts.front().max_points);
    }
}

TEST_CASE("the points of an exercise sum to 10") {
    for (const Exercise& exercise : exercises()) {
        CAPTURE(exercise.name);
        CHECK(exercise.rubric.max_points() == 10);
    }
}

TEST_CASE("a statement in each language names every check with its points") {
    for (const Exercise& exercise : exercises()) {
        for (const grader::Language language : grader::Language::all()) {
            const std::string page = grader::statement_page(language);
            const std::string statement = read(exercise.folder / page);
            for (const grader::Criterion& criterion : exercise.rubric.criteria()) {
                CAPTURE(exercise.name);
                CAPTURE(page);
                CAPTURE(criterion.id);
                const std::string row =
                    "| `" + criterion.id + "` | " + std::to_string(criterion.points) + " |";
                CHECK(statement.find(row) != std::string::npos);
            }
        }
    }
}
