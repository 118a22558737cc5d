#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

// Whether JSON is what grader/verdict.schema.json says.
namespace schema {

/// Nothing if the file is valid; otherwise what is wrong with it, and where; or why nobody can tell.
inline std::string complaints_about_file(const std::filesystem::path& file) {
    const std::string command = "'" AWAITLAB_SOURCE_DIR "/tests/python' '" AWAITLAB_SOURCE_DIR
                                "/tests/grader/validate_schema.py' '" +
                                file.string() + "' 2>&1";
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return "tests/python cannot be started, so nobody can tell whether the JSON is valid";
    }
    std::string said;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        said.append(buffer.data(), count);
    }
    const int status = ::pclose(pipe);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return "";
    }
    return said.empty() ? "validate_schema.py failed and said nothing" : said;
}

inline std::string complaints(const std::string& json) {
    std::string name = (std::filesystem::temp_directory_path() / "awaitlab-schema-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) {
        return "no temporary file can be made in " + name;
    }
    ::close(descriptor);
    std::ofstream(name, std::ios::binary) << json;
    std::string said = complaints_about_file(name);
    std::filesystem::remove(name);
    return said;
}

}  // namespace schema
