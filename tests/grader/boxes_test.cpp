#include "grader/box/boxes.hpp"
#include "grader/box/run_boxed.hpp"
#include "runtime/io/pipe.hpp"
#include "runtime/io/process.hpp"
#include "runtime/run.hpp"
#include "tests/grader/containments.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

using grader::Box;
using grader::Containment;

namespace {

/// Makes a box for `command`, hands it the program or goes away, and gives what it printed and its exit code.
aio::Coroutine<std::string> run_handed(Containment containment, std::vector<std::string> command,
                                       std::string program) {
    auto [output, childs_output] = aio::output_pipe();
    std::optional<aio::Process> process;
    {
        grader::ProgramBox made(grader::run_limits(), {}, {{1, childs_output.get()}});
        process.emplace(grader::boxed(made.box, containment, command));
        childs_output.close();
        made.boxs_end.close();
        if (!program.empty()) grader::send_program(made.our_end, program);
    }
    std::string text;
    std::string more = co_await output.read_some();
    while (!more.empty()) {
        text += more;
        more = co_await output.read_some();
    }
    const aio::ExitStatus status = co_await process->wait();
    co_return text + std::to_string(status.code);
}

}  // namespace

TEST_CASE("a box made ahead of its program becomes it when it comes, without seeing its file") {
    for (const Containment& containment : containments()) {
        CHECK(aio::run(run_handed(containment, {"echo", "hello", "there"}, "/usr/bin/echo")) ==
              "hello there\n0");
    }
}

TEST_CASE("a program that is handed over has no environment") {
    for (const Containment& containment : containments()) {
        CHECK(aio::run(run_handed(containment, {"env"}, "/usr/bin/env")) == "0");
    }
}

TEST_CASE("a box that never gets a program ends by itself") {
    for (const Containment& containment : containments()) {
        CHECK(aio::run(run_handed(containment, {"echo"}, "")) == "125");
    }
}

TEST_CASE("a program that is not there cannot be handed over") {
    const grader::ProgramBox made(grader::run_limits(), {}, {});
    CHECK_THROWS_AS(grader::send_program(made.our_end, "/no/such/program"), std::system_error);
}

TEST_CASE("handing a program to a box that is gone does nothing") {
    grader::ProgramBox made(grader::run_limits(), {}, {});
    made.boxs_end.close();
    grader::send_program(made.our_end, "/usr/bin/true");
}

TEST_CASE("a box stays on the core it was given") {
    for (const Containment& containment : containments()) {
        Box box(grader::run_limits());
        box.system = grader::SystemFiles::all;
        box.core = 0;
        const grader::Ended ended = aio::run(run_boxed(box, containment, {"/usr/bin/nproc"}));
        CHECK(ended.standard_output == "1\n");
    }
}
