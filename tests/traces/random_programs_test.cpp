#include "tests/traces/random_world.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace {

class Nobody final : public aio::Observer {
    void on(const aio::ObservedEvent&) override {}
};

std::string trace_of(const std::string& program) {
    std::istringstream input(program);
    const traces::Statement root = traces::read_statement(input);
    aio::VirtualClock clock;
    traces::Log log(clock);
    Nobody observer;
    traces::World world(log, root.argument(0) != 0);
    std::string end = "ok";
    try {
        aio::run(traces::run_program(world, root), {.clock = &clock, .observer = &observer});
    } catch (...) {
        end = traces::ending_of(std::current_exception());
    }
    log("END " + end);
    return log.text();
}

}  // namespace

TEST_CASE("300 random programs leave exactly the traces that CPython leaves") {
    std::ifstream file(AWAITLAB_SOURCE_DIR "/tests/traces/random_programs.txt");
    std::string program;
    int count = 0;
    while (std::getline(file, program)) {
        std::string expected;
        std::string line;
        while (std::getline(file, line) && line != "==") expected += line + "\n";
        ++count;
        CAPTURE(count);
        CAPTURE(program);
        CHECK(trace_of(program) == expected);
    }
    CHECK(count == 300);
}
