#include "grader/compile/command_line.hpp"
#include "grader/compile/toolchain.hpp"

#include <doctest/doctest.h>

using grader::quoted;
using grader::read_driver_commands;
using grader::read_version;

TEST_CASE("an argument is quoted so that sh reads it as it is") {
    CHECK(quoted("a b$c`d\"") == "'a b$c`d\"'");
    CHECK(quoted("it's") == "'it'\\''s'");
    CHECK(quoted(std::vector<std::string>{"a", ""}) == "'a' ''");
}

TEST_CASE("the commands a driver prints are read, with what it escapes") {
    const auto commands = read_driver_commands(
        "Debian clang version 19.1.7\nTarget: x86_64\n"
        " \"/usr/bin/clang\" \"-cc1\" \"-DX=\\\"a\\\\b\\$c\\\"\" \"\"\n"
        " \"/usr/bin/ld\" \"-o\" \"a b\"\n");
    REQUIRE(commands);
    REQUIRE(commands->size() == 2);
    CHECK((*commands)[0] == std::vector<std::string>{"/usr/bin/clang", "-cc1", "-DX=\"a\\b$c\"", ""});
    CHECK((*commands)[1].back() == "a b");
}

TEST_CASE("a driver's command with an open quote is no command") {
    CHECK_FALSE(read_driver_commands(" \"a\" \"b\n"));
}

TEST_CASE("compilers are known by what --version prints") {
    const auto clang = read_version("Debian clang version 19.1.7 (3~deb12u1)\nTarget: x86_64-pc-linux-gnu\n");
    REQUIRE(clang);
    CHECK(clang->compiler->name == "clang");
    CHECK(clang->version == "clang 19.1.7");
    CHECK(clang->major == 19);
    const auto gcc =
        read_version("g++ (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright (C) 2022 Free Software Foundation\n");
    REQUIRE(gcc);
    CHECK(gcc->compiler->name == "g++");
    CHECK(gcc->version == "g++ 12.2.0");
}

TEST_CASE("a compiler that is too old, or none, is not taken") {
    CHECK_FALSE(read_version("Debian clang version 14.0.6\n"));
    CHECK_FALSE(read_version("g++ (GCC) 9.4.0\nCopyright (C) 2019 Free Software Foundation, Inc.\n"));
    CHECK_FALSE(read_version("tcc version 0.9.27\n"));
    CHECK_FALSE(read_version(""));
}
