#include "grader/box/detect.hpp"

#include "grader/box/run_boxed.hpp"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace grader {

namespace {

constexpr const char* works = "works";
constexpr const char* works_as_spare_user = "works as a spare user";

/// Whether root may become another user. Some containers take this right away.
bool can_become_another_user() {
    constexpr unsigned nobody = 65534;
    const pid_t process = ::fork();
    if (process == 0)
        ::_exit(::setgroups(0, nullptr) == 0 && ::setresuid(nobody, nobody, nobody) == 0 ? 0 : 1);
    int status = 1;
    return process > 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

/// Tries to run a program in this containment, with a submission's limits. The program must be able to reach
/// these folders; the spare user cannot enter every home. Returns the reason why it failed, or nothing.
aio::Coroutine<std::string> why_it_fails(Containment containment, std::vector<std::string> needed) {
    Limits limits = run_limits();
    limits.wall = std::chrono::seconds(5);
    Box box(limits);
    std::error_code ignored;
    const std::string shell = std::filesystem::canonical("/bin/sh", ignored).string();
    needed.push_back(std::filesystem::temp_directory_path().string());
    box.readable = needed;
    box.readable.push_back(shell);
    std::vector<std::string> command = {
        shell, "-c",
        "for folder; do test -x \"$folder\" || { echo \"it cannot reach $folder\"; exit 1; }; done", "sh"};
    command.insert(command.end(), needed.begin(), needed.end());
    const Ended ended = co_await run_boxed(box, containment, command);
    if (ended.ok()) co_return "";
    std::string why = ended.fault.empty() ? ended.standard_output : ended.fault;
    if (why.ends_with('\n')) why.pop_back();
    co_return why.empty() ? "a program ended badly in it" : why;
}

}  // namespace

aio::Coroutine<Tried> try_sandbox(const Sandbox& sandbox, std::vector<std::string> needed) {
    Tried tried;
    Containment containment;
    containment.sandbox = &sandbox;
    containment.spare_user = ::geteuid() == 0 && can_become_another_user();
    const std::optional<KeptFinding> memory = sandbox.memory();
    std::string finding = containment.spare_user ? works_as_spare_user : works;
    for (const std::string& folder : needed) finding += ", can reach " + folder;
    if (!memory || memory->value() != finding) {
        tried.why_not = co_await why_it_fails(containment, std::move(needed));
        if (!tried.why_not.empty()) co_return tried;
        if (memory) memory->keep(finding);
    }
    tried.works = containment;
    co_return tried;
}

aio::Coroutine<Tried> detect_containment(std::vector<std::string> needed) {
    const char* variable = std::getenv("AWAITLAB_CONTAINMENT");
    const Sandbox* best = variable != nullptr ? find_sandbox(variable) : nullptr;
    Tried tried;
    std::string why_not;
    for (const Sandbox* sandbox : sandboxes()) {
        if (best != nullptr && sandbox != best) continue;
        best = nullptr;
        tried = co_await try_sandbox(*sandbox, needed);
        if (tried.works) break;
        why_not += (why_not.empty() ? "" : "; ") + sandbox->name() + ": " + tried.why_not;
    }
    tried.why_not = why_not;
    co_return tried;
}

}  // namespace grader
