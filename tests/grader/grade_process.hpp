#pragma once

#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

/// The built command, run as a process of its own, as a student or a script would.
namespace grade_process {

struct Said {
    int exit_code = -1;
    std::string output;
    std::string error;
};

/// What the new process does to its own circumstances first. False: this machine does not let it.
using Circumstances = std::function<bool()>;

constexpr int not_possible_here = 97;

/// `variables`: KEY=VALUE, in its environment.
inline Said grade(const std::vector<std::string>& arguments, const Circumstances& circumstances = {},
                  const std::vector<std::string>& variables = {}) {
    const TemporaryFolder folder;
    const std::string output = folder / "output";
    const std::string error = folder / "error";
    std::string program = AWAITLAB_BUILD_DIR "/grade";
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::vector<std::string> settings{"PATH=/usr/bin:/bin", "LC_ALL=C"};
    settings.insert(settings.end(), variables.begin(), variables.end());
    std::vector<char*> environment;
    for (std::string& setting : settings) environment.push_back(setting.data());
    environment.push_back(nullptr);

    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(::open("/dev/null", O_RDONLY), 0);
        ::dup2(::open(output.c_str(), O_WRONLY | O_CREAT, 0644), 1);
        ::dup2(::open(error.c_str(), O_WRONLY | O_CREAT, 0644), 2);
        if (circumstances && !circumstances()) ::_exit(not_possible_here);
        ::execve(program.c_str(), pointers.data(), environment.data());
        ::_exit(not_possible_here);
    }
    REQUIRE(process > 0);
    int status = 0;
    ::waitpid(process, &status, 0);
    Said said;
    said.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    said.output = bytes_of_file(output);
    said.error = bytes_of_file(error);
    return said;
}

inline bool is_possible(const Said& said) {
    if (said.exit_code != not_possible_here) return true;
    MESSAGE("not tried: this machine does not let us");
    return false;
}

/// Whatever is mounted from here on, nobody else sees it.
inline bool own_mounts() {
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

}  // namespace grade_process
