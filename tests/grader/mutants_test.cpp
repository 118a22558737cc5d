#include "grader/authoring/mutants.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace grader;

namespace {

/// The mutants as people read of them.
std::vector<std::string> mistakes_in(const std::string& source) {
    std::vector<std::string> all;
    for (const Mutant& one : mutants_of(source)) all.push_back(one.what.in(Language::english));
    return all;
}

bool makes(const std::string& source, const std::string& mistake) {
    const std::vector<std::string> all = mistakes_in(source);
    return std::ranges::find(all, mistake) != all.end();
}

}  // namespace

TEST_CASE("mutants: a wait is left out, blocks, or is not awaited") {
    const std::string source = "aio::Coroutine<> f() {\n    co_await aio::sleep(2s);\n}\n";
    CHECK(makes(source, "without co_await aio::sleep(2s);"));
    CHECK(makes(source, "std::this_thread::sleep_for(2s) in place of co_await aio::sleep(2s)"));
    CHECK(makes(source, "(void)aio::sleep(2s); in place of co_await aio::sleep(2s);"));
    CHECK(makes(source, "20 in place of 2"));
    CHECK(makes(source, "f() swallows every exception"));
}

TEST_CASE("mutants: no timeout, one after the other, not started, other slots, kept between calls") {
    CHECK(makes("auto a = co_await aio::timeout(3s, f(1));", "f(1) in place of aio::timeout(3s, f(1))"));
    CHECK(makes("auto a = co_await aio::wait_for(f(1), 3s);", "f(1) in place of aio::wait_for(f(1), 3s)"));
    CHECK(makes("co_await aio::gather(f(), g());", "one after the other in place of aio::gather(f(), g())"));
    CHECK(makes("auto task = aio::create_task(f(1, 2));", "f(1, 2) in place of aio::create_task(f(1, 2))"));
    CHECK(makes("aio::Semaphore slots(limit);", "limit + 1 in place of limit"));
    CHECK(makes("aio::Semaphore slots(limit);",
                "static aio::Semaphore slots(limit) in place of aio::Semaphore slots(limit)"));
}

TEST_CASE("mutants: nothing printed, nothing given back, nothing done when cancelled") {
    CHECK(makes("std::cout << \"a; b\" << x;", "without std::cout << \"a; b\" << x;"));
    CHECK(makes("co_return x + 1;", "{} in place of x + 1"));
    CHECK(makes("catch (...) { throw; }", "without throw;"));
    CHECK(makes("try { } catch (const aio::CancelledError&) { clean(); throw; }",
                "nothing is done when it is cancelled"));
    CHECK(makes("auto start = aio::now();", "aio::Duration(0) in place of aio::now()"));
}

TEST_CASE("mutants: comments and texts are no code") {
    CHECK(
        mistakes_in("// co_await aio::sleep(2s);\n/* 3 */ const char* text = \"co_await aio::sleep(2s);\";\n")
            .empty());
}

TEST_CASE("mutants: each is another text, at its line") {
    const std::vector<Mutant> all = mutants_of("int a = 1;\n\nint b = 1;\n");
    REQUIRE(all.size() == 2);
    CHECK(all[0].line == 1);
    CHECK(all[1].line == 3);
    CHECK(all[0].source.ends_with("int a = 10;\n\nint b = 1;\n"));
    CHECK(all[1].source.ends_with("int a = 1;\n\nint b = 10;\n"));
    CHECK(all[0].what.in(french()) == "10 à la place de 1");
}

TEST_CASE("mutants: a text that is cut off anywhere gives mutants or none") {
    const std::string source =
        "aio::Coroutine<std::vector<int>> f(int a) {\n    try { co_await aio::timeout(3s, g(\"}\", {1, 2})); "
        "}\n"
        "    catch (const aio::CancelledError&) { throw; }\n    auto slot = co_await slots.acquire();\n"
        "    std::cout << \"x\" << '\\n';\n    co_return {1, 2};\n}\n";
    CHECK(mutants_of("co_return \"a\" + b").empty());
    for (std::size_t length = 0; length < source.size(); ++length) {
        for (const Mutant& one : mutants_of(source.substr(0, length))) CHECK(one.line >= 1);
        for (const Mutant& one : mutants_of(source.substr(length))) CHECK(one.line >= 1);
    }
}
