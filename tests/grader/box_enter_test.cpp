#include "grader/box/boxed_process.hpp"
#include "grader/box/run_boxed.hpp"
#include "runtime/run.hpp"
#include "tests/grader/containments.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using grader::Box;
using grader::BoxedProcess;
using grader::BoxReport;
using grader::Containment;
using grader::Ended;
using namespace std::chrono_literals;

namespace {

Box shell_box() {
    Box box(grader::run_limits());
    box.system = grader::SystemFiles::all;
    return box;
}

aio::Coroutine<std::optional<BoxReport>> report_on(Containment containment,
                                                   std::vector<std::string> command) {
    BoxedProcess process(shell_box(), containment, command);
    const std::optional<BoxReport> report = co_await process.command_ended();
    co_return report;
}

BoxReport report_on_shell(const Containment& containment, const std::string& script) {
    const std::optional<BoxReport> report = aio::run(report_on(containment, {"/bin/sh", "-c", script}));
    REQUIRE(report);
    return *report;
}

Ended run_shell(const Containment& containment, const std::string& script, Box box = shell_box()) {
    return aio::run(run_boxed(std::move(box), containment, {"/bin/sh", "-c", script}));
}

}  // namespace

TEST_CASE("enter: an exit code and a signal are told apart, whatever their numbers") {
    for (const Containment& containment : containments()) {
        const BoxReport exited = report_on_shell(containment, "exit 137");
        CHECK(exited.code == 137);
        CHECK(exited.signal == 0);
        const BoxReport killed = report_on_shell(containment, "kill -9 $$");
        CHECK(killed.code == 0);
        CHECK(killed.signal == SIGKILL);
    }
}

TEST_CASE("enter: what the command used is told") {
    for (const Containment& containment : containments()) {
        const BoxReport report =
            report_on_shell(containment, "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done");
        CHECK(report.cpu_us > 1000);
        CHECK(report.max_rss_kb > 100);
    }
}

TEST_CASE("enter: nothing else in the box has the descriptor that it tells on") {
    for (const Containment& containment : containments()) {
        for (const char* descriptor : {"3", "4", "5", "6"}) {
            const Ended ended = run_shell(containment, std::string("echo nonsense >&") + descriptor);
            CHECK(ended.fault == "");
            CHECK(ended.exit_code == 2);
        }
    }
}

TEST_CASE("enter: a command that cannot be started is our fault, and is named") {
    for (const Containment& containment : containments()) {
        const Ended ended = aio::run(run_boxed(shell_box(), containment, {"/usr/bin/no-such-program"}));
        CHECK_MESSAGE(ended.fault.find("/usr/bin/no-such-program: No such file") != std::string::npos,
                      ended.fault);
    }
}

TEST_CASE("enter: what the command has started ends with it, and cannot leave the box's process group") {
    for (const Containment& containment : containments()) {
        const Ended ended = run_shell(containment, "setsid sleep 30 2>&1; sleep 30 & echo started");
        CHECK(ended.standard_output.find("Operation not permitted") != std::string::npos);
        CHECK(ended.standard_output.ends_with("started\n"));
        CHECK(ended.took < 5s);
    }
}

TEST_CASE("enter: in a sandbox only what the box shows can be opened, and only its own folder written to") {
    for (const Containment& containment : containments()) {
        if (!containment.sandbox->contains()) continue;
        for (const char* file :
             {"/etc/passwd", "/proc/self/status", "/dev/zero", AWAITLAB_SOURCE_DIR "/README.md"}) {
            CHECK(run_shell(containment, std::string("read line < ") + file).exit_code != 0);
        }
        for (const char* file : {"/file", "/tmp/awaitlab-file", "/usr/file", "/dev/shm/awaitlab-file"}) {
            CHECK(run_shell(containment, std::string("echo text > ") + file).exit_code != 0);
        }
        CHECK(run_shell(containment, "echo text > /dev/null && read line < /usr/include/stdio.h").exit_code ==
              0);
    }
}

TEST_CASE("enter: in bubblewrap or as a spare user, only so many processes run at once, also for root") {
    for (const Containment& containment : containments()) {
        if (::geteuid() == 0 ? !containment.spare_user : !containment.sandbox->counts_processes()) continue;
        Box box = shell_box();
        box.limits.processes = 8;
        const Ended ended = run_shell(containment, "for i in 1 2 3 4 5 6 7 8 9; do sleep 30 & done", box);
        CHECK_MESSAGE(ended.standard_error.find("Cannot fork") != std::string::npos, ended.standard_error);
    }
}

TEST_CASE("enter: as a spare user a program has no rights of root's, and no groups") {
    for (const Containment& containment : containments()) {
        if (!containment.spare_user || containment.sandbox->name() == "bubblewrap") continue;
        const Ended ended = run_shell(containment, "id -u; id -G");
        const int user = std::atoi(ended.standard_output.c_str());
        CHECK(user >= 65000);
        CHECK(ended.standard_output == std::to_string(user) + '\n' + std::to_string(user) + '\n');
    }
}

TEST_CASE("enter: behind Landlock root that stays root has no rights left") {
    for (const Containment& containment : containments()) {
        if (::geteuid() != 0 || containment.sandbox->name() != "landlock" || containment.spare_user) continue;
        // No rlimit above what it is now: that is one of root's rights.
        CHECK(run_shell(containment, "ulimit -H -n 100000").exit_code != 0);
    }
}
