#include "grader/box/open_place.hpp"
#include "grader/box/sandbox.hpp"
#include "grader/box/system_program.hpp"

#include <fmt/format.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

// Theory of operation
//
//     bwrap  ─ clone, exec ─>  enter, process 1 of the box  ─ fork, exec ─>  the command
// bwrap is our child. It dies with us (--die-with-parent), process 1 with it, and with process 1 everything
// in the box (pid_namespaces(7)). If we are root, another `enter` runs first: it becomes the spare user, then
// executes bwrap.

namespace grader {

namespace {

using Words = std::vector<std::string>;

constexpr const char* enter_in_box = "/enter";

void add(Words& words, std::initializer_list<std::string> more) { words.insert(words.end(), more); }

/// The system's bwrap, or what AWAITLAB_BUBBLEWRAP in the environment names. If there is none, the path where
/// it should be.
std::string bubblewrap_path() {
    const char* named = std::getenv("AWAITLAB_BUBBLEWRAP");
    if (named != nullptr) return named;
    std::string found = system_program("bwrap");
    return found.empty() ? std::string(program_folders.front()) + "/bwrap" : found;
}

/// /lib and its like are links into /usr on most systems, and folders of their own on others.
void add_system_folder(Words& words, const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_symlink(path, ignored)) {
        add(words, {"--symlink", std::filesystem::read_symlink(path, ignored).string(), path});
    } else {
        add(words, {"--ro-bind-try", path, path});
    }
}

Words bubblewrap_command(const Box& box) {
    Words words = {bubblewrap_path()};
    add(words, {"--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"});
    add(words, {"--disable-userns", "--die-with-parent", "--as-pid-1", "--new-session", "--clearenv"});
    add(words, {"--hostname", "box"});
    for (const std::string& folder : system_folders(box.system)) add_system_folder(words, folder);
    // The one device everything takes for granted; above all no /dev/stdin, no /dev/zero, and no /proc.
    add(words, {"--dev-bind", "/dev/null", "/dev/null"});
    add(words, {"--ro-bind", open_enter(), enter_in_box});
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

/// Uses namespaces: files that are not named do not exist in the box.
class Bubblewrap : public Sandbox {
public:
    std::string name() const override { return "bubblewrap"; }
    std::string program() const override { return "bwrap"; }
    bool counts_processes() const override { return true; }
    Text title() const override { return say("bubblewrap:"); }

    aio::ProcessOptions process(const Box& box, bool spare_user) const override {
        aio::ProcessOptions options;
        if (spare_user) {
            add(options.command, {enter_path, fmt::format("parent={}", ::getpid()), "spare_user"});
            if (!box.work_folder.empty()) add(options.command, {"write=" + box.work_folder});
            add(options.command, {"--"});
        }
        const Words words = bubblewrap_command(box);
        options.command.insert(options.command.end(), words.begin(), words.end());
        return options;
    }

    /// The success is remembered while everything it depends on stays the same. A failure is never
    /// remembered.
    std::optional<KeptFinding> memory() const override {
        std::string rests_on = identity(bubblewrap_path()) + identity(enter_path);
        // After a reboot the kernel may be another one.
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
        return KeptFinding(AWAITLAB_BUILD_DIR "/kit/bubblewrap", rests_on);
    }

    Text remedy() const override {
        if (::access(bubblewrap_path().c_str(), X_OK) != 0) {
            return say("Install bubblewrap: apt-get install bubblewrap.");
        }
        if (!can_make_user_namespaces()) {
            return say(
                "Namespaces are refused here. In Docker, --security-opt seccomp=unconfined --security-opt "
                "apparmor=unconfined allows them; on Ubuntu, sysctl "
                "kernel.apparmor_restrict_unprivileged_userns=0.");
        }
        return say(
            "bubblewrap is installed but cannot make a box: perhaps a container forbids mounting; Docker's "
            "--security-opt systempaths=unconfined allows it.");
    }
};

}  // namespace

bool can_make_user_namespaces() {
    const pid_t process = ::fork();
    if (process == 0) ::_exit(::unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 1;
    return process > 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

const Sandbox& bubblewrap_sandbox() {
    static const Bubblewrap sandbox;
    return sandbox;
}

}  // namespace grader
