#include "grader/compile/lines.hpp"
#include "grader/grading/submission_lines.hpp"
#include "tests/grader/played.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

using namespace grader;
using protocol::Kind;

namespace {

// Each way to crash is on the line of its number.
const std::string crashing = R"source(#include "exercises/crawler/crawler.hpp"
aio::Coroutine<> download(aio::Semaphore&, int) { co_return; }
int nothing = 0;
int deeper(int depth) { return depth < 0 ? 0 : deeper(depth + 1) + 1; }
aio::Coroutine<> crawl(int line, int) {
    std::vector<int> three(3);
    co_await aio::sleep(aio::Duration(1));
    if (line == 8) *reinterpret_cast<volatile int*>(8) = 1;
    if (line == 9) throw_nothing(1 / nothing);
    if (line == 10) std::abort();
    if (line == 11) throw_nothing(three[static_cast<std::size_t>(line)]);
    if (line == 12) { int* twice = new int; delete twice; delete twice; }
    if (line == 13) std::raise(SIGSEGV);
    if (line == 4) throw_nothing(deeper(0));
    if (line == 15) throw std::runtime_error("on purpose");
    if (line == 16) throw_nothing(three.at(static_cast<std::size_t>(line)));
    if (line == 17) co_await aio::timeout(aio::Duration(1), aio::sleep(aio::Duration(2)));
    auto held_back = [](int at) -> aio::Coroutine<> { co_await aio::sleep(aio::Duration(at)); if (at == 18) throw at; };
    if (line == 18) co_await aio::gather(held_back(18), held_back(500));
    co_await aio::sleep(aio::Duration(1));
}
)source";

/// The runs that crash at these lines, in one session.
std::vector<Run> crash_at(const std::vector<int>& lines) {
    const std::string source =
        "#include <csignal>\n#include <cstdlib>\n#include <stdexcept>\n#include <vector>\n"
        "inline void throw_nothing(int) noexcept {}\n#line 1 \"submission.cpp\"\n" +
        crashing;
    std::vector<Scenario> scenarios;
    for (const int line : lines) {
        Scenario scenario;
        scenario.id = "crash";
        scenario.script.calls.push_back({"crawl", {{"pages", std::to_string(line)}, {"limit", "0"}}});
        scenarios.push_back(std::move(scenario));
    }
    std::vector<Played> played = played::play(played::compile("crawler", source), std::move(scenarios));
    Submission submission;
    submission.bytes = source;
    aio::run(find_lines_of(played, submission, *grader::find_exercise("crawler"), played::environment()));
    std::vector<Run> runs;
    for (Played& one : played) runs.push_back(std::move(one.run));
    return runs;
}

}  // namespace

TEST_CASE("lines: a crash is told with its signal, its line and its moment") {
    const std::vector<int> lines = {8, 9, 10, 11, 12, 13, 4};
    const std::vector<int> signals = {SIGSEGV, SIGFPE, SIGABRT, SIGABRT, SIGABRT, SIGSEGV, SIGSEGV};
    const std::vector<Run> runs = crash_at(lines);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        CAPTURE(lines[i]);
        CHECK(runs[i].ending == Ending::crashed);
        CHECK(runs[i].signal == signals[i]);
        const auto crashed = std::ranges::find_if(
            runs[i].events, [](const Event& event) { return event.what.kind == Kind::crashed; });
        REQUIRE(crashed != runs[i].events.end());
        CHECK(crashed->what.line == static_cast<std::uint32_t>(lines[i]));
        CHECK(crashed->at == Time(1));
    }
}

TEST_CASE("lines: an exception that comes out of a call is told with the line where it was thrown") {
    const std::vector<int> lines = {15, 16, 17, 18};
    const std::vector<Run> runs = crash_at(lines);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        CAPTURE(lines[i]);
        CHECK(runs[i].ending == Ending::raised);
        const auto ended = std::ranges::find_if(
            runs[i].events, [](const Event& event) { return event.what.kind == Kind::call_ended; });
        REQUIRE(ended != runs[i].events.end());
        CHECK(ended->what.line == static_cast<std::uint32_t>(lines[i]));
    }
}

TEST_CASE("lines: what addr2line prints is read, the innermost line of the submission first") {
    const Lines lines = read_lines(
        "0x00000000000011a0\n/tmp/work/submission.cpp:12\n"
        "0x00000000000011b0\n/usr/include/c++/12/bits/this_thread_sleep.h:80\n"
        "0x00000000000011c0\n/usr/include/c++/12/bits/stl_vector.h:1124\n/kit/submission.cpp:30 "
        "(discriminator 2)\n"
        "/kit/submission.cpp:40\n"
        "0x00000000000011d0\n??:0\n"
        "0x00000000000011e0\nsubmission.cpp:7\n");
    CHECK(lines == Lines{{0x11a0, 12}, {0x11c0, 30}, {0x11e0, 7}});
}

TEST_CASE("lines: what is none is read as none") {
    for (const char* printed :
         {"", "\n", "0x", "0x\nsubmission.cpp:3", "submission.cpp:3",
          "0x1\nsubmission.cpp:", "0x1\nsubmission.cpp:?", "0x1\nsubmission.cpp:99999999999999999999",
          "0xfffffffffffffffff\nsubmission.cpp:3", "0x1\nnosubmission.cpp:3", "0x1\nsubmission.cpp:0"}) {
        CAPTURE(printed);
        CHECK(read_lines(printed).empty());
    }
}
