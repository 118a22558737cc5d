#include "grader/compile/diagnostics.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

using grader::Diagnostic;
using grader::Language;
using grader::read_compiler;
using grader::read_linker;
using grader::Severity;

namespace {

grader::LinkerWords toaster(Language language = Language::english) {
    grader::LinkerWords words;
    words.display_name = "toaster.cpp";
    words.exercise = "toaster";
    words.given_header = "aio::Coroutine<> toast_bread();\naio::Coroutine<Breakfast> breakfast();\n";
    words.language = language;
    return words;
}

}  // namespace

TEST_CASE("an error is reported at the student's own file name, line and column") {
    const auto read =
        read_compiler("submission.cpp:12:5: error: expected ';' after expression\n", "my toaster.cpp");
    REQUIRE(read.size() == 1);
    CHECK(read[0].severity == Severity::error);
    CHECK(read[0].file == "my toaster.cpp");
    CHECK(read[0].line == 12);
    CHECK(read[0].column == 5);
    CHECK(read[0].message == "expected ';' after expression");
}

TEST_CASE("warnings, fatal errors and notes are told apart, in the order they were printed") {
    const auto read = read_compiler(
        "submission.cpp:3:10: fatal error: '/etc/passwd' file not found\n"
        "submission.cpp:7:1: warning: unused variable 'x'\n"
        "submission.cpp:2:1: note: declared here\n"
        "2 errors generated.\n",
        "t.cpp");
    REQUIRE(read.size() == 3);
    CHECK(read[0].severity == Severity::error);
    CHECK(read[1].severity == Severity::warning);
    CHECK(read[2].severity == Severity::note);
    CHECK(read[2].line == 2);
}

TEST_CASE("clang's error in a header is reported at the line of the submission that led there") {
    const auto read = read_compiler(
        "/usr/include/c++/12/bits/predefined_ops.h:45:23: error: invalid operands ('K' and 'K')\n"
        "/usr/include/c++/12/bits/stl_heap.h:2:8: note: in instantiation of function 'f' requested here\n"
        "submission.cpp:6:95: note: in instantiation of function 'std::sort<K>' requested here\n"
        "/usr/include/c++/12/bits/stl_iterator.h:1185:5: note: candidate template ignored\n",
        "t.cpp");
    REQUIRE(read.size() == 1);
    CHECK(read[0].line == 6);
    CHECK(read[0].column == 95);
    CHECK(read[0].message == "invalid operands ('K' and 'K')");
}

TEST_CASE("g++'s error in a header is reported at the line of the submission that led there") {
    const auto read = read_compiler(
        "In file included from /usr/include/c++/12/string:48:\n"
        "/usr/include/c++/12/bits/stl_function.h: In instantiation of 'f':\n"
        "/usr/include/c++/12/bits/stl_map.h:529:32:   required from 'g'\n"
        "submission.cpp:6:58:   required from here\n"
        "/usr/include/c++/12/bits/stl_function.h:408:20: error: no match for 'operator<'\n"
        "/usr/include/c++/12/bits/stl_iterator.h:579:5: note: candidate: 'template'\n",
        "t.cpp");
    REQUIRE(read.size() == 1);
    CHECK(read[0].line == 6);
    CHECK(read[0].message == "no match for 'operator<'");
}

TEST_CASE("of many errors in headers that come from one line only the first is reported") {
    std::string printed;
    for (int i = 1; i < 10; ++i) {
        printed += "/usr/include/x.h:" + std::to_string(i) + ":1: error: number " + std::to_string(i) + "\n";
        printed += "submission.cpp:4:2: note: in instantiation of 'f' requested here\n";
    }
    const auto read = read_compiler(printed, "t.cpp");
    REQUIRE(read.size() == 1);
    CHECK(read[0].message == "number 1");
}

TEST_CASE("an error that cannot be traced has line 0, and is left out when something else was told") {
    CHECK(read_compiler("/usr/include/x.h:1:1: error: what\n", "t.cpp").at(0).line == 0);
    CHECK(read_compiler("error: unable to open output file\n", "t.cpp").at(0).message ==
          "unable to open output file");
    CHECK(read_compiler("submission.cpp:4:2: error: a\n/usr/include/x.h:1:1: error: b\n", "t.cpp").size() ==
          1);
}

TEST_CASE("warnings about headers are left out") {
    CHECK(read_compiler("/usr/include/x.h:1:1: warning: what\n", "t.cpp").empty());
}

TEST_CASE("the name a submission is compiled under does not show in messages") {
    const auto read =
        read_compiler("submission.cpp:1:1: error: no 'x' in (lambda at submission.cpp:1:9)\n", "t.cpp");
    CHECK(read.at(0).message == "no 'x' in (lambda at t.cpp:1:9)");
}

TEST_CASE("control characters of a submission do not reach the report") {
    const auto read = read_compiler("submission.cpp:1:2: error: \x1b[31mred\x7f\tx\n", "t.cpp");
    CHECK(read.at(0).message == "[31mred x");
}

TEST_CASE("any bytes give a value") {
    for (const char* bytes :
         {"", "\n\n", ":", "::::", "submission.cpp:", "submission.cpp:99999999999999:1: error: x",
          "submission.cpp:1:error: ", "\xff\xfe", "note: alone\n"}) {
        CHECK_NOTHROW(read_compiler(bytes, "t.cpp"));
        CHECK_NOTHROW(read_linker(bytes, toaster()));
    }
}

TEST_CASE("a function of the exercise that is not defined is told in plain words") {
    const auto read = read_linker(
        "mold: error: undefined symbol: breakfast()\n"
        ">>> referenced by toaster_driver.cpp\n"
        ">>>               libchild_toaster.a(toaster_driver.cpp.o):(perform)\n",
        toaster());
    REQUIRE(read.size() == 1);
    CHECK(read[0].message == "`breakfast()` is declared in toaster.hpp but not defined");
    CHECK(read[0].line == 0);
    CHECK(read_linker("mold: error: undefined symbol: breakfast()\n", toaster(french())).at(0).message ==
          "`breakfast()` est déclarée dans toaster.hpp mais pas définie");
}

TEST_CASE("every linker's words are understood, and a symbol is told once") {
    const auto read = read_linker(
        "/usr/bin/ld: submission.o: in function `f':\n"
        "submission.cpp:(.text+0x30): undefined reference to `toast_bread()'\n"
        "submission.cpp:(.text+0x40): undefined reference to `toast_bread()'\n"
        "ld.lld: error: undefined symbol: helper(std::__cxx11::basic_string<char, std::char_traits<char>, "
        "std::allocator<char> >)\n",
        toaster());
    REQUIRE(read.size() == 2);
    CHECK(read[0].message == "`toast_bread()` is declared in toaster.hpp but not defined");
    CHECK(read[1].message == "`helper(std::string)` is used but not defined");
}

TEST_CASE("a second main is told in plain words") {
    for (const char* printed :
         {"mold: error: duplicate symbol: submission.o: main.cpp.o: main\n",
          "ld.lld: error: duplicate symbol: main\n",
          "m1.cpp:(.text+0x0): multiple definition of `main'; m1.o:m1.cpp:(.text+0x0): first\n"}) {
        CHECK(read_linker(printed, toaster()).at(0).message ==
              "main() is already defined by the grader: remove yours");
    }
}
