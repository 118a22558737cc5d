#include "grader/box/system_program.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

// What grader/prepare.sh finds missing, on a machine where these tests run and so nothing is.

namespace {

namespace fs = std::filesystem;

std::string output_of(const std::string& command) {
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        said.append(buffer.data(), count);
    ::pclose(pipe);
    return said;
}

/// The packages that are missing for the tests, where PATH begins with `first_in_path`.
std::string missing_with(const std::string& first_in_path) {
    return output_of("PATH='" + first_in_path +
                     "':\"$PATH\" bash -c 'yes=; root=" AWAITLAB_SOURCE_DIR
                     "; source \"$root/grader/prepare.sh\"; find_missing tests; echo \"${missing[*]}\"' 2>&1");
}

void write_program(const fs::path& path, const std::string& text) {
    std::ofstream(path) << "#!/bin/sh\n" << text << '\n';
    fs::permissions(path, fs::perms(0755));
}

}  // namespace

TEST_CASE("prepare: an interpreter without our modules that comes first in PATH is not asked, for it is not used") {
    const TemporaryFolder folder;
    write_program(folder / "python3", "exit 1");
    CHECK(missing_with(folder.path()) == "\n");
}

TEST_CASE("prepare: a program that only PATH leads to does not count, for the grader would not find it") {
    const TemporaryFolder folder;
    write_program(folder / "no-such-program", "exit 0");
    const std::string asked = "bash -c 'root=" AWAITLAB_SOURCE_DIR
                              "; source \"$root/grader/prepare.sh\"; has_program no-such-program; echo $?'";
    CHECK(output_of("PATH='" + folder.path() + "':\"$PATH\" " + asked) == "1\n");
    CHECK(grader::system_program("no-such-program").empty());
}

TEST_CASE("prepare: the script looks for programs in the folders in which the grader looks for them") {
    std::string folders;
    for (const char* folder : grader::program_folders) folders += std::string(folder) + ' ';
    CHECK(output_of("bash -c 'root=" AWAITLAB_SOURCE_DIR
                    "; source \"$root/grader/prepare.sh\"; printf \"%s \" \"${program_folders[@]}\"'") == folders);
}
