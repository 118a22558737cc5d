#include "grader/box/detect.hpp"

#include "grader/box/run_boxed.hpp"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace grader {

namespace {

using Walls = Containment::Walls;

constexpr const char* works = "works";
constexpr const char* works_as_spare_user = "works as a spare user";

/// Tries whether a program runs so, as a submission would, and sees our own files: somebody's home may be
/// closed to the spare user.
aio::Coroutine<bool> runs(Containment containment, std::string& why_not) {
    Limits limits = run_limits();
    limits.wall = std::chrono::seconds(5);
    Box box(limits);
    std::error_code ignored;
    const std::string shell = std::filesystem::canonical("/bin/sh", ignored).string();
    const std::string kit = AWAITLAB_BUILD_DIR "/kit";
    const std::string temporary = std::filesystem::temp_directory_path().string();
    box.readable = {shell, kit, temporary};
    const std::vector<std::string> command = {shell, "-c", "test -r \"$0\" && test -x \"$1\"", kit,
                                              temporary};
    const Ended ended = co_await run_boxed(box, containment, command);
    why_not = ended.ok() || !ended.fault.empty() ? ended.fault : "it cannot see " + kit;
    co_return ended.ok();
}

}  // namespace

aio::Coroutine<Tried> try_containment(Walls walls) {
    Tried tried;
    Containment containment;
    containment.walls = walls;
    const bool remembers = walls == Walls::bubblewrap;
    const auto remembered = remembers ? bubblewrap_memory().value() : std::nullopt;
    for (const bool spare_user : {true, false}) {
        if (spare_user && ::geteuid() != 0) continue;
        containment.spare_user = spare_user;
        const char* finding = spare_user ? works_as_spare_user : works;
        bool they_do = remembered == finding;
        if (!they_do) they_do = co_await runs(containment, tried.why_not);
        if (!they_do) continue;
        if (remembers && remembered != finding) bubblewrap_memory().keep(finding);
        tried.works = containment;
        break;
    }
    co_return tried;
}

bool can_make_user_namespaces() {
    const pid_t process = ::fork();
    if (process == 0) ::_exit(::unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 1;
    return process > 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

aio::Coroutine<Tried> detect_containment() {
    const char* variable = std::getenv("AWAITLAB_CONTAINMENT");
    const std::string best = variable != nullptr ? variable : "";
    Tried tried;
    std::string why_not;
    for (const Walls walls : {Walls::bubblewrap, Walls::landlock, Walls::none}) {
        if (best == word(Walls::none) && walls != Walls::none) continue;
        if (best == word(Walls::landlock) && walls == Walls::bubblewrap) continue;
        tried = co_await try_containment(walls);
        if (tried.works) break;
        why_not += (why_not.empty() ? "" : "; ") + std::string(word(walls)) + ": " + tried.why_not;
    }
    tried.why_not = why_not;
    co_return tried;
}

}  // namespace grader
