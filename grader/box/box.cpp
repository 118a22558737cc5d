#include "grader/box/box.hpp"

#include "grader/box/gate.hpp"
#include "grader/box/sandbox.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <initializer_list>
#include <string>

// Theory of operation
//
// A box is a process that becomes `enter`, or starts it, in a sandbox or without one. `enter` limits the
// command (enter.cpp): `enter` sets the limits inside the box, because RLIMIT_NPROC then counts only the
// box's processes. Where `enter` is our child, it kills the process group when we die.

namespace grader {

namespace {

constexpr int reports_descriptor = 4;  // in the box

static_assert(run_limits().open_files <= gate_descriptor, "a submission could have the gate's descriptor");

using Words = std::vector<std::string>;

void add(Words& words, std::initializer_list<std::string> more) { words.insert(words.end(), more); }

/// What `enter` is to do in the box.
void add_wishes(Words& words, const Box& box, const Containment& containment) {
    const Limits& limits = box.limits;
    add(words, {fmt::format("cpu={}", limits.cpu.count()), fmt::format("as={}", limits.memory_bytes),
                fmt::format("data={}", limits.private_bytes), fmt::format("fsize={}", limits.file_bytes),
                fmt::format("nofile={}", limits.open_files)});
    if (containment.sandbox->counts_processes() || containment.spare_user)
        add(words, {fmt::format("nproc={}", limits.processes)});
    add(words, {box.system == SystemFiles::all ? "filter=compile" : "filter=run"});
    if (box.reports) add(words, {fmt::format("reports={}", reports_descriptor)});
    if (box.core) add(words, {fmt::format("core={}", *box.core)});
    if (box.repeatable) add(words, {"repeatable"});
    if (box.program_socket) add(words, {fmt::format("program={}", *box.program_socket)});
}

}  // namespace

Containment::Containment() : sandbox(sandboxes().back()) {}

std::vector<std::string> Containment::words() const {
    if (!sandbox->contains()) return {"seccomp", "rlimits"};
    return {sandbox->name(), "seccomp", "rlimits"};
}

std::vector<std::string> system_folders(SystemFiles system) {
    Words folders = {"/usr/lib", "/usr/lib32", "/usr/lib64"};
    // Debian's clang finds parts of itself, and the linker, through links in /etc/alternatives.
    if (system == SystemFiles::all) folders = {"/usr", "/bin", "/etc/alternatives"};
    add(folders, {"/lib", "/lib32", "/lib64"});
    return folders;
}

aio::ProcessOptions enter_process(const Box& box, bool spare_user) {
    aio::ProcessOptions options;
    options.command = {enter_path, fmt::format("parent={}", ::getpid())};
    if (spare_user) add(options.command, {"spare_user"});
    if (!box.work_folder.empty()) add(options.command, {"write=" + box.work_folder});
    options.environment = box.environment;
    options.working_directory = box.work_folder.empty() ? "/" : box.work_folder;
    return options;
}

aio::ProcessOptions boxed(const Box& box, const Containment& containment,
                          const std::vector<std::string>& command) {
    aio::ProcessOptions options = containment.sandbox->process(box, containment.spare_user);
    add_wishes(options.command, box, containment);
    add(options.command, {"--"});
    options.command.insert(options.command.end(), command.begin(), command.end());
    options.descriptors = box.descriptors;
    if (box.reports) options.descriptors.push_back({reports_descriptor, *box.reports});
    options.own_group = true;
    return options;
}

}  // namespace grader
