#include "grader/grading/grade.hpp"
#include "grader/verdict/verdict.hpp"
#include "tests/grader/played.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <string>
#include <vector>

namespace {

/// Processes that compute without end while this lives, more than there are cores.
class Load {
public:
    Load() {
        for (int i = 0; i < 16; ++i) {
            const pid_t process = ::fork();
            if (process == 0) {
                for (volatile unsigned long counted = 0;; counted = counted + 1) continue;
            }
            processes_.push_back(process);
        }
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load() {
        for (const pid_t process : processes_) ::kill(process, SIGKILL);
        for (const pid_t process : processes_) ::waitpid(process, nullptr, 0);
    }

private:
    std::vector<pid_t> processes_;
};

/// The points of a submission that fails without any bad end.
int points(const std::string& exercise, const std::string& path) {
    grader::Assignment assignment;
    assignment.path = AWAITLAB_SOURCE_DIR "/tests/" + path;
    assignment.name = exercise + ".cpp";
    assignment.exercise = grader::find_exercise(exercise);
    const grader::Graded graded = aio::run(grader::grade(assignment, played::environment()));
    CHECK(std::string(grader::word(graded.verdict.outcome)) == "failed");
    return graded.verdict.points;
}

}  // namespace

TEST_CASE("busy machine: threads that the kernel wakes late change no verdict") {
    const int alone = points("crawler", "solutions/crawler/failed/threads.cpp");
    const Load load;
    CHECK(points("crawler", "solutions/crawler/failed/threads.cpp") == alone);
}

TEST_CASE("busy machine: a thread of to_thread() that is woken late costs no real time") {
    // Each run that waited for it would take three seconds, and a submission has a hundred runs in a minute.
    const Load load;
    CHECK(points("weather", "unseen/weather/wrong_waits_in_a_thread.cpp") == 9);
}
