#pragma once

#include "tests/grader/temporary_folder.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <string>
#include <thread>

/// What a grader leaves behind.
namespace left_behind {

inline std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

/// "123 456": those whose parent we are now, with those that have ended and that nobody has waited for.
inline std::string children_now() {
    std::string all;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task"))
        all += bytes_of_file(thread.path() / "children");
    return all;
}

/// Those that are still running after five seconds: a process that was killed needs a moment to go.
inline std::string lasting_children() {
    for (int tries = 0; tries < 500; ++tries) {
        while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
        if (children_now().empty()) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return children_now();
}

/// While this lives a process that loses its parent becomes a child of ours, so that none can slip away.
class Orphans {
public:
    Orphans() { ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }
    Orphans(const Orphans&) = delete;
    Orphans& operator=(const Orphans&) = delete;
    ~Orphans() {
        ::prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
        lasting_children();  // those that came last must not look like another test's
    }
};

inline std::string names_in(const std::string& folder) {
    std::string names;
    for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder))
        names += entry.path().filename().string() + '\n';
    return names;
}

}  // namespace left_behind
