// leak_bench [TIMES]: grades the three model solutions that often in one process (1,000), and sees whether
// anything is left: descriptors, processes, files, memory. Ends with 1 when something is.

#include "grader/grading/grade.hpp"
#include "runtime/aio.hpp"
#include "tests/grader/test_environment.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Held {
    std::ptrdiff_t descriptors = 0;
    std::ptrdiff_t children = 0;
    std::ptrdiff_t files = 0;
    long resident_kb = 0;
};

Held held(const fs::path& temporary) {
    const std::string process = "/proc/" + std::to_string(::getpid());
    Held now;
    now.descriptors = std::distance(fs::directory_iterator(process + "/fd"), {});
    std::ifstream children(process + "/task/" + std::to_string(::getpid()) + "/children");
    now.children = std::distance(std::istream_iterator<int>(children), {});
    now.files = std::distance(fs::recursive_directory_iterator(temporary), {});
    std::ifstream statm(process + "/statm");
    long size = 0;
    statm >> size >> now.resident_kb;
    now.resident_kb *= ::sysconf(_SC_PAGESIZE) / 1024;
    return now;
}

void print(int times, const Held& now) {
    std::printf("%5d times: %td descriptors, %td processes, %td files, %ld kB\n", times, now.descriptors,
                now.children, now.files, now.resident_kb);
    std::fflush(stdout);
}

/// How many of the three did not pass.
int grade_all_three(const grader::Environment& environment) {
    std::vector<grader::Assignment> assignments;
    for (const grader::Exercise& exercise : grader::exercises()) {
        grader::Assignment& one = assignments.emplace_back();
        one.path = grader::reference_path(exercise).string();
        one.name = exercise.name + ".cpp";
        one.exercise = &exercise;
    }
    int failed = 0;
    for (const grader::Graded& one : aio::run(grader::grade_all(std::move(assignments), environment))) {
        failed += one.verdict.outcome != grader::Outcome::passed;
    }
    return failed;
}

}  // namespace

int main(int count, char** arguments) {
    const int times = count > 1 ? std::atoi(arguments[1]) : 1000;
    std::string temporary = (fs::temp_directory_path() / "awaitlab-leaks-XXXXXX").string();
    if (::mkdtemp(temporary.data()) == nullptr) return 1;
    fs::permissions(temporary, fs::perms::all | fs::perms::sticky_bit);
    ::setenv("TMPDIR", temporary.c_str(), 1);
    const grader::Expected<grader::Environment> opened = test_environment::open();
    if (!opened) return 1;
    int failed = grade_all_three(*opened);
    const Held first = held(temporary);
    print(1, first);
    for (int time = 2; time <= times; ++time) {
        failed += grade_all_three(*opened);
        if (time % 100 == 0) print(time, held(temporary));
    }
    const Held last = held(temporary);
    print(times, last);
    std::printf("%d verdicts were not `passed`\n", failed);
    fs::remove_all(temporary);
    const bool leaks =
        last.descriptors != first.descriptors || last.children != first.children || last.files != first.files;
    return failed > 0 || leaks ? 1 : 0;
}
