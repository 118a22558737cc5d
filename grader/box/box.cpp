#include "grader/box/box.hpp"

#include "grader/box/gate.hpp"
#include "grader/box/system_program.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

// Theory of operation
//
// With bubblewrap:
//     bwrap  ─ clone, exec ─>  enter, process 1 of the box  ─ fork, exec ─>  the command
// bwrap is our child. It dies with us (--die-with-parent), process 1 with it, and with process 1 everything
// in the box (pid_namespaces(7)). Without bubblewrap `enter` is our child, and when we die it kills the
// process group. Either way `enter` limits the command (enter.cpp): inside, since RLIMIT_NPROC then counts
// the box's processes only. As root another `enter` stands before bwrap, and becomes it as the spare user.

namespace grader {

namespace {

constexpr const char* enter_path = AWAITLAB_BUILD_DIR "/kit/bin/enter";
constexpr const char* enter_in_box = "/enter";
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
    // Elsewhere the kernel would count all processes of who grades.
    if (containment.walls == Containment::Walls::bubblewrap || containment.spare_user)
        add(words, {fmt::format("nproc={}", limits.processes)});
    add(words, {box.system == SystemFiles::all ? "filter=compile" : "filter=run"});
    if (box.reports) add(words, {fmt::format("reports={}", reports_descriptor)});
    if (box.core) add(words, {fmt::format("core={}", *box.core)});
    if (box.repeatable) add(words, {"repeatable"});
    if (box.program_socket) add(words, {fmt::format("program={}", *box.program_socket)});
}

/// /lib and its like are links into /usr on most systems, and folders of their own on others.
void add_system_files(Words& words, SystemFiles system) {
    const auto bind_as_it_is = [&words](const std::string& path) {
        std::error_code ignored;
        if (std::filesystem::is_symlink(path, ignored)) {
            add(words, {"--symlink", std::filesystem::read_symlink(path, ignored).string(), path});
        } else {
            add(words, {"--ro-bind-try", path, path});
        }
    };
    if (system == SystemFiles::all) {
        add(words, {"--ro-bind", "/usr", "/usr"});
        bind_as_it_is("/bin");
        // Debian's clang finds parts of itself, and the linker, through links in here.
        add(words, {"--ro-bind-try", "/etc/alternatives", "/etc/alternatives"});
    } else {
        for (const char* path : {"/usr/lib", "/usr/lib32", "/usr/lib64"}) bind_as_it_is(path);
    }
    for (const char* path : {"/lib", "/lib32", "/lib64"}) bind_as_it_is(path);
}

Words bubblewrap(const Box& box) {
    Words words = {bubblewrap_path(),
                   "--unshare-all",
                   "--unshare-user",
                   "--uid",
                   "65534",
                   "--gid",
                   "65534",
                   "--cap-drop",
                   "ALL",
                   "--disable-userns",
                   "--die-with-parent",
                   "--as-pid-1",
                   "--new-session",
                   "--clearenv",
                   "--hostname",
                   "box"};
    add_system_files(words, box.system);
    // The one device everything takes for granted; above all no /dev/stdin, no /dev/zero, and no /proc.
    add(words, {"--dev-bind", "/dev/null", "/dev/null"});
    add(words, {"--ro-bind", enter_path, enter_in_box});
    for (const std::string& path : box.readable) add(words, {"--ro-bind", path, path});
    if (!box.work_folder.empty()) add(words, {"--bind", box.work_folder, box.work_folder});
    add(words, {"--remount-ro", "/", "--chdir", box.work_folder.empty() ? "/" : box.work_folder});
    for (const std::string& variable : box.environment) {
        const std::size_t equals = variable.find('=');
        add(words, {"--setenv", variable.substr(0, equals), variable.substr(equals + 1)});
    }
    add(words, {"--", enter_in_box});
    return words;
}

/// `enter` as our child. Landlock goes by where a file is, not by the links that lead to it.
Words without_bubblewrap(const Box& box, const Containment& containment) {
    Words words = {enter_path, fmt::format("parent={}", ::getpid())};
    if (containment.spare_user) add(words, {"spare_user"});
    if (!box.work_folder.empty()) add(words, {"write=" + box.work_folder});
    if (containment.walls != Containment::Walls::landlock) return words;
    add(words, {"landlock"});
    for (const char* folder : {"/lib", "/lib32", "/lib64"}) add(words, {fmt::format("read={}", folder)});
    if (box.system == SystemFiles::all) {
        for (const char* folder : {"/usr", "/bin", "/etc/alternatives"})
            add(words, {fmt::format("read={}", folder)});
    } else {
        for (const char* folder : {"/usr/lib", "/usr/lib32", "/usr/lib64"})
            add(words, {fmt::format("read={}", folder)});
    }
    for (const std::string& path : box.readable) add(words, {"read=" + path});
    return words;
}

/// The lines of a file in /proc that begin with one of these words; with none of them given, all lines.
std::string lines_of(const char* path, std::initializer_list<std::string_view> wanted = {}) {
    std::ifstream file(path);
    std::string lines;
    for (std::string line; std::getline(file, line);) {
        const auto begins = [&line](std::string_view word) { return line.starts_with(word); };
        if (wanted.size() == 0 || std::any_of(wanted.begin(), wanted.end(), begins)) lines += line + '\n';
    }
    return lines;
}

}  // namespace

std::string bubblewrap_path() {
    const char* named = std::getenv("AWAITLAB_BUBBLEWRAP");
    if (named != nullptr) return named;
    std::string found = system_program("bwrap");
    return found.empty() ? std::string(program_folders.front()) + "/bwrap" : found;
}

std::vector<std::string> Containment::words() const {
    if (walls == Walls::none) return {"seccomp", "rlimits"};
    return {word(walls), "seccomp", "rlimits"};
}

const char* word(Containment::Walls walls) {
    switch (walls) {
        case Containment::Walls::bubblewrap:
            return "bubblewrap";
        case Containment::Walls::landlock:
            return "landlock";
        case Containment::Walls::none:
            break;
    }
    return "none";
}

aio::ProcessOptions boxed(const Box& box, const Containment& containment,
                          const std::vector<std::string>& command) {
    aio::ProcessOptions options;
    if (containment.walls == Containment::Walls::bubblewrap) {
        if (containment.spare_user) {
            options.command = {enter_path, fmt::format("parent={}", ::getpid()), "spare_user"};
            if (!box.work_folder.empty()) add(options.command, {"write=" + box.work_folder});
            add(options.command, {"--"});
        }
        for (std::string& word : bubblewrap(box)) options.command.push_back(std::move(word));
    } else {
        options.command = without_bubblewrap(box, containment);
        options.environment = box.environment;
        options.working_directory = box.work_folder.empty() ? "/" : box.work_folder;
    }
    add_wishes(options.command, box, containment);
    add(options.command, {"--"});
    options.command.insert(options.command.end(), command.begin(), command.end());
    options.descriptors = box.descriptors;
    if (box.reports) options.descriptors.push_back({reports_descriptor, *box.reports});
    options.own_group = true;
    return options;
}

KeptFinding bubblewrap_memory() {
    std::string rests_on = identity(bubblewrap_path()) + identity(enter_path);
    // Another start of the machine may be another kernel.
    rests_on += lines_of("/proc/sys/kernel/random/boot_id");
    // Whether we may make namespaces, and have rights in them: a container, systemd, AppArmor may say no.
    for (const char* space : {"user", "mnt", "pid", "net"}) {
        std::error_code ignored;
        rests_on +=
            std::filesystem::read_symlink(std::string("/proc/self/ns/") + space, ignored).string() + '\n';
    }
    rests_on += lines_of("/proc/self/status", {"Uid:", "Cap", "NoNewPrivs:", "Seccomp"});
    for (const char* setting : {"/proc/self/attr/current", "/proc/sys/user/max_user_namespaces",
                                "/proc/sys/kernel/unprivileged_userns_clone",
                                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns"}) {
        rests_on += lines_of(setting);
    }
    return {AWAITLAB_BUILD_DIR "/kit/bubblewrap", rests_on};
}

}  // namespace grader
