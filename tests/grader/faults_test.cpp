#include "grader/compile/compile.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/run.hpp"
#include "tests/grader/grade_process.hpp"
#include "tests/grader/left_behind.hpp"
#include "tests/grader/schema.hpp"

#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <regex>
#include <string>
#include <thread>
#include <vector>

// Whatever goes wrong with this machine: internal_error with its cause, exit code 3, and no student loses a
// point.

using namespace grade_process;
using namespace left_behind;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

constexpr const char* toaster = AWAITLAB_SOURCE_DIR "/reference/toaster.cpp";

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// A command that was told nothing but our fault; gives the words, as on one endless line.
std::string fault_in(const Said& said) {
    CHECK(said.exit_code == 3);
    if (said.output.empty()) {
        CHECK(said.error.size() > 10);
    } else {
        CHECK(schema::complaints(said.output) == "");
        const auto verdict = nlohmann::json::parse(said.output).at("verdicts").at(0);
        CHECK(verdict.at("outcome") == "internal_error");
    }
    return std::regex_replace(said.error, std::regex("\\s+"), " ");
}

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit chosen{most, most};
    return ::setrlimit(resource, &chosen) == 0;
}

/// Somebody who has no other processes.
bool become_nobody() { return ::setgid(64999) == 0 && ::setuid(64999) == 0; }

}  // namespace

TEST_CASE("fault: a bubblewrap that makes no box any more is named, and nothing is run without") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::all);
    const std::string used = folder / "used";
    const std::string once = folder.write(
        "bwrap", "#!/bin/sh\nif test -e " + used + "; then echo 'bwrap: no more boxes' >&2; exit 1; fi\n" +
                     "echo > " + used + "\nexec /usr/bin/bwrap \"$@\"\n");
    fs::permissions(once, fs::perms(0755));
    const Said said = grade({"check", toaster, "--json", "-"}, {}, {"AWAITLAB_BUBBLEWRAP=" + once});
    if (!fs::exists(used)) return;  // this machine has no bubblewrap that could stop
    CHECK(contains(fault_in(said), "bwrap: no more boxes"));
}

TEST_CASE("fault: where no process can be made, or not enough of them, that is said") {
    for (const char* containment : {"bubblewrap", "landlock"}) {
        int faults = 0;
        for (rlim_t most = 1; most < 9; ++most) {
            const Circumstances few_processes = [most] {
                return become_nobody() && limit(RLIMIT_NPROC, most);
            };
            const Said said = grade({"check", toaster, "--json", "-"}, few_processes,
                                    {std::string("AWAITLAB_CONTAINMENT=") + containment});
            if (!is_possible(said)) return;
            CAPTURE(most);
            if (said.exit_code == 0) continue;
            const std::string words = fault_in(said);
            const bool named = contains(words, "fork") || contains(words, "temporarily unavailable") ||
                               contains(words, "no more processes");
            CHECK_MESSAGE(named, words);
            ++faults;
        }
        CHECK(faults > 0);
    }
}

TEST_CASE("fault: with too few descriptors it is our fault, or it works") {
    int faults = 0;
    for (rlim_t most = 8; most < 40; most += 3) {
        const Said said =
            grade({"check", toaster, "--json", "-"}, [most] { return limit(RLIMIT_NOFILE, most); });
        CAPTURE(most);
        if (said.exit_code == 0) continue;
        fault_in(said);
        ++faults;
    }
    CHECK(faults > 0);
}

TEST_CASE("fault: a disk with no room for the compiler's work is ours, and named") {
    for (const char* room : {"size=4k,mode=1777", "size=64k,mode=1777", "size=40k,mode=1777"}) {
        const TemporaryFolder folder;
        const Circumstances full_disk = [&] {
            return own_mounts() && ::mount("none", folder.path().c_str(), "tmpfs", 0, room) == 0;
        };
        const Said said = grade({"check", toaster, "--json", "-"}, full_disk, {"TMPDIR=" + folder.path()});
        if (!is_possible(said)) return;
        CAPTURE(room);
        const std::string words = fault_in(said);
        CHECK_MESSAGE((contains(words, "no room left") || contains(words, "could not be written")), words);
    }
}

TEST_CASE(
    "fault: a compiler that somebody kills is our fault; that it says there is no room is not believed") {
    const auto opened = aio::run(grader::find_environment());
    REQUIRE(opened);
    const auto compiled_by = [&](const std::string& script) {
        const TemporaryFolder folder;
        folder.write("toaster.sh", script);
        grader::Kit kit(opened->kit.toolchain(), folder.path(), true);
        kit.add("toaster", "", folder.path());
        grader::CompileRequest request;
        request.exercise = "toaster";
        return aio::run(grader::compile(request, kit, opened->containment));
    };
    const auto killed = compiled_by("sh -c 'kill -9 $$'; exit $?");
    REQUIRE(std::holds_alternative<grader::CompileFault>(killed.outcome));
    CHECK(contains(std::get<grader::CompileFault>(killed.outcome).cause, "was killed"));
    const auto liar = compiled_by("echo 'x:1: error: No space left on device' >&2; exit 10");
    CHECK(std::holds_alternative<grader::CompileError>(liar.outcome));
}

namespace {

/// Starts `grade check`, kills it after a while, and gives what it had written.
std::string killed_after(std::chrono::milliseconds while_, const std::string& json,
                         const std::vector<std::string>& settings) {
    std::vector<std::string> words = {AWAITLAB_BUILD_DIR "/grade", "check",  toaster,
                                      "--allow-uncontained",       "--json", json};
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t process = ::fork();
    if (process == 0) {
        for (const std::string& setting : settings) ::putenv(const_cast<char*>(setting.c_str()));
        for (const int output : {1, 2}) ::dup2(::open("/dev/null", O_WRONLY), output);
        ::execv(pointers[0], pointers.data());
        ::_exit(not_possible_here);
    }
    std::this_thread::sleep_for(while_);
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    return fs::exists(json) ? bytes_of_file(json) : "";
}

}  // namespace

TEST_CASE(
    "fault: the grader killed at any moment leaves no process, no half of a JSON, and no folder for long") {
    const Orphans orphans;
    for (const char* containment : {"bubblewrap", "landlock", "none"}) {
        const TemporaryFolder folder;
        fs::permissions(folder.path(), fs::perms::all | fs::perms::sticky_bit);
        const std::vector<std::string> settings = {std::string("AWAITLAB_CONTAINMENT=") + containment,
                                                   "TMPDIR=" + folder.path()};
        for (int moment = 0; moment < 12; ++moment) {
            const std::string json = killed_after(moment * 15ms, folder / "verdict.json", settings);
            if (!json.empty()) CHECK(schema::complaints(json) == "");
            CHECK(lasting_children() == "");
        }
        fs::remove(folder / "verdict.json");
        grade({"check", toaster, "--allow-uncontained"}, {}, settings);
        CHECK(names_in(folder.path()) == "");
    }
    CHECK(lasting_children() == "");
}
