#include "grader/box/run_boxed.hpp"
#include "runtime/run.hpp"
#include "tests/grader/containments.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>

using grader::Box;
using grader::Containment;
using grader::Ended;
using grader::Limits;
using grader::run_boxed;
using namespace std::chrono_literals;

namespace {

Limits small() {
    Limits limits = grader::run_limits();
    limits.wall = 20s;  // far beyond the CPU limit, also on busy cores
    limits.cpu = 1s;
    return limits;
}

Box shell_box() {
    Box box(small());
    box.system = grader::SystemFiles::all;
    return box;
}

Ended run_shell(Box box, const Containment& containment, const std::string& script) {
    return aio::run(run_boxed(std::move(box), containment, {"/bin/sh", "-c", script}));
}

}  // namespace

TEST_CASE("a boxed program's output, exit code and environment are its own") {
    for (const Containment& containment : containments()) {
        Box box = shell_box();
        box.environment = {"WORD=hello"};
        const Ended ended = run_shell(box, containment, "echo $WORD$HOME; echo oops >&2; exit 3");
        CHECK(ended.fault == "");
        CHECK(ended.exit_code == 3);
        CHECK(ended.signal == 0);
        CHECK(ended.standard_output == "hello\n");
        CHECK(ended.standard_error == "oops\n");
        CHECK_FALSE(ended.ok());
    }
}

TEST_CASE("a signal that kills it is told") {
    for (const Containment& containment : containments()) {
        const Ended ended = run_shell(shell_box(), containment, "kill -SEGV $$; sleep 1");
        CHECK(ended.signal == SIGSEGV);
        CHECK_FALSE(ended.cpu_limited);
    }
}

TEST_CASE("what runs on is killed when its real time is over, and all it started") {
    for (const Containment& containment : containments()) {
        Box box = shell_box();
        box.limits.wall = 200ms;
        const Ended ended = run_shell(box, containment, "sleep 30 & sleep 30");
        CHECK(ended.wall_limited);
        CHECK_FALSE(ended.cpu_limited);
        CHECK(ended.took < 2s);
    }
}

TEST_CASE("an endless loop ends with its CPU time") {
    for (const Containment& containment : containments()) {
        const Ended ended = run_shell(shell_box(), containment, "while :; do :; done");
        CHECK(ended.cpu_limited);
        CHECK_FALSE(ended.wall_limited);
    }
}

TEST_CASE("output beyond the limit is dropped, and the program does not wait for us") {
    for (const Containment& containment : containments()) {
        Box box = shell_box();
        box.limits.output_bytes = 1000;
        const Ended ended =
            run_shell(box, containment, "i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done");
        CHECK(ended.output_limited);
        CHECK(ended.standard_output.size() == 1000);
        CHECK(ended.exit_code == 0);
    }
}

TEST_CASE("a process left behind that holds the pipes open does not hold us up") {
    for (const Containment& containment : containments()) {
        const Ended ended = run_shell(shell_box(), containment, "sleep 30 & echo done");
        CHECK(ended.standard_output == "done\n");
        CHECK(ended.took < 2s);
    }
}

TEST_CASE("in bubblewrap only what the box shows is there") {
    for (const Containment& containment : containments()) {
        if (containment.sandbox->name() != "bubblewrap") continue;
        CHECK(run_shell(shell_box(), containment,
                        "test -e /etc/passwd || test -e /proc/self || test -e /dev/zero")
                  .exit_code == 1);
        CHECK(run_shell(shell_box(), containment, "echo x > /file").exit_code != 0);
        CHECK(run_shell(shell_box(), containment, "test -w /usr || test -w /").exit_code == 1);
    }
}

TEST_CASE("a program that is not there is told, and nothing is thrown") {
    for (const Containment& containment : containments()) {
        const Ended ended = aio::run(run_boxed(shell_box(), containment, {"/usr/bin/no-such-program"}));
        CHECK_FALSE(ended.ok());
    }
}

TEST_CASE("the words for the verdict name what contained the program") {
    Containment containment;
    CHECK(containment.words() == std::vector<std::string>{"seccomp", "rlimits"});
    containment.sandbox = grader::find_sandbox("bubblewrap");
    CHECK(containment.words() == std::vector<std::string>{"bubblewrap", "seccomp", "rlimits"});
    containment.sandbox = grader::find_sandbox("landlock");
    CHECK(containment.words() == std::vector<std::string>{"landlock", "seccomp", "rlimits"});
}

TEST_CASE("a box in bubblewrap shows no more than it was told to") {
    Box box(small());
    box.readable = {"/opt/kit"};
    box.work_folder = "/tmp/work";
    Containment containment;
    containment.sandbox = grader::find_sandbox("bubblewrap");
    const std::vector<std::string> command =
        grader::boxed(box, containment, {"/opt/kit/program", "-x"}).command;
    const auto has = [&](const std::vector<std::string>& words) {
        return std::search(command.begin(), command.end(), words.begin(), words.end()) != command.end();
    };
    CHECK(has({"--unshare-all", "--unshare-user"}));
    CHECK(has({"--die-with-parent"}));
    CHECK(has({"--ro-bind", "/opt/kit", "/opt/kit"}));
    CHECK(has({"--bind", "/tmp/work", "/tmp/work"}));
    CHECK(has({"--chdir", "/tmp/work"}));
    CHECK(has({"--", "/opt/kit/program", "-x"}));
    CHECK_FALSE(has({"/usr", "/usr"}));
    CHECK_FALSE(has({"--proc"}));
}
