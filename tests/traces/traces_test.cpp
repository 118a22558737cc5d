#include "tests/traces/kit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using traces::Case;
using traces::Log;

const std::filesystem::path folder = std::filesystem::path(AWAITLAB_SOURCE_DIR) / "tests/traces";

/// A case whose trace is not asyncio's, on purpose. Ours is in expected_here/.
struct Difference {
    const char* name;
    const char* reason;
};

const Difference differences[] = {
    {"gather_cancel_slow_cleanup",
     "a cancelled gather waits for every child, since one may refer into its frame"},
    {"gather_error_siblings_run_on",
     "when a child fails, gather cancels the others and waits, for the same reason"},
};

bool differs_on_purpose(const std::string& name) {
    return std::ranges::any_of(differences, [&](const Difference& one) { return one.name == name; });
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string asyncio_trace(const std::string& name) { return content(folder / "expected" / (name + ".txt")); }

std::string expected_trace(const std::string& name) {
    return differs_on_purpose(name) ? content(folder / "expected_here" / (name + ".txt"))
                                    : asyncio_trace(name);
}

/// Writes what asyncio tells its exception handler.
class Unhandled final : public aio::Observer {
public:
    explicit Unhandled(Log& log) : log_(log) {}
    void on(const aio::ObservedEvent& event) override {
        if (event.kind == aio::EventKind::error_never_retrieved)
            log_(std::string("unhandled ") + event.detail);
    }

private:
    Log& log_;
};

std::string trace(const Case& one) {
    aio::VirtualClock clock;
    Log log(clock);
    Unhandled unhandled(log);
    std::string end = "ok";
    try {
        aio::run(one.program(log), {.clock = &clock, .observer = &unhandled});
    } catch (...) {
        end = traces::spelling(std::current_exception());
    }
    log("END " + end);
    return log.text();
}

bool has_case(const std::string& name) {
    return std::ranges::any_of(traces::Table::all(), [&](const Case& one) { return one.name == name; });
}

}  // namespace

TEST_CASE("every case leaves exactly the expected trace") {
    for (const Case& one : traces::Table::all()) {
        CAPTURE(one.name);
        CHECK(trace(one) == expected_trace(one.name));
    }
}

TEST_CASE("every expected trace has its case") {
    for (const char* kind : {"expected", "expected_here"}) {
        for (const auto& file : std::filesystem::directory_iterator(folder / kind)) {
            CAPTURE(file.path().string());
            CHECK(has_case(file.path().stem().string()));
        }
    }
}

TEST_CASE("every trace of our own is listed with a reason, and differs from asyncio's") {
    for (const auto& file : std::filesystem::directory_iterator(folder / "expected_here")) {
        const std::string name = file.path().stem().string();
        CAPTURE(name);
        CHECK(differs_on_purpose(name));
    }
    for (const Difference& one : differences) {
        CAPTURE(one.name);
        CAPTURE(one.reason);
        CHECK(expected_trace(one.name) != asyncio_trace(one.name));
    }
}
