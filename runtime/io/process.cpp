#include "runtime/io/process.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/outside.hpp"
#include "runtime/loop/outside_wait.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

// Theory of operation
//
// uv_spawn() forks, arranges descriptors and environment in the child, and does not return before the child's
// exec has succeeded or told its error through a pipe. SIGCHLD makes libuv reap only the children of this
// loop. Then the exit is noted here, all waiting tasks are woken, and the handle is closed. Only then is the
// pid free for another process, so until then a signal cannot reach a wrong process.
//
// If a Process object is destroyed before its child has ended, it kills the child. At its own end the loop
// waits for the children that are not reaped yet.

namespace aio {

namespace detail {

class ProcessState final : public HandleOwner {
public:
    explicit ProcessState(bool own_group) noexcept : own_group_(own_group) {}

    void start(const ProcessOptions& options);

    bool ended() const noexcept { return ended_; }
    ExitStatus status() const noexcept { return status_; }
    int pid() const noexcept { return pid_; }
    OutsideWaits& waits() noexcept { return waits_; }

    int send(int signal) noexcept;  ///< 0 or an errno

private:
    void loop_ends(uv_handle_t&) noexcept override { send(SIGKILL); }

    uv_process_t process_{};
    bool own_group_;
    bool ended_ = true;  // until it has started
    ExitStatus status_;
    int pid_ = 0;
    OutsideWaits waits_;
};

namespace {

[[noreturn]] void throw_cannot_start(const ProcessOptions& options, int error) {
    std::string what = "cannot start '" + options.command.front() + "'";
    if (!options.working_directory.empty()) what += " in '" + options.working_directory + "'";
    throw std::system_error(error, std::generic_category(), what);
}

/// execvp() in the child would look in the child's PATH.
std::string program_path(const ProcessOptions& options) {
    const std::string& name = options.command.front();
    if (name.find('/') != std::string::npos) return name;
    const char* variable = std::getenv("PATH");
    std::string_view folders = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
    while (!name.empty()) {
        const std::size_t colon = folders.find(':');
        const std::string_view folder = folders.substr(0, colon);
        if (folder.starts_with('/')) {  // a relative one would change its meaning with the working directory
            const std::string path = std::string(folder) + '/' + name;
            struct stat status{};
            if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                ::access(path.c_str(), X_OK) == 0) {
                return path;
            }
        }
        if (colon == std::string_view::npos) break;
        folders.remove_prefix(colon + 1);
    }
    throw_cannot_start(options, ENOENT);
}

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    // libuv's interface lacks a const; it changes none of them.
    for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<uv_stdio_container_t> stdio_for(const std::vector<PassedDescriptor>& descriptors) {
    std::vector<uv_stdio_container_t> stdio(3);  // UV_IGNORE: /dev/null for 0, 1 and 2, nothing above
    for (const PassedDescriptor& passed : descriptors) {
        if (passed.child < 0 || passed.child > 255)
            throw ValueError("a child's descriptor is between 0 and 255");
        const auto index = static_cast<std::size_t>(passed.child);
        if (index >= stdio.size()) stdio.resize(index + 1);
        stdio[index].flags = UV_INHERIT_FD;
        stdio[index].data.fd = passed.ours;
    }
    return stdio;
}

/// The child must not get descriptors that other code opened without close-on-exec, either.
void make_all_close_on_exec() {
    if (::close_range(3, UINT_MAX, CLOSE_RANGE_CLOEXEC) == 0) return;
    DIR* open_ones = ::opendir("/proc/self/fd");  // before Linux 5.11
    if (open_ones == nullptr) return;
    while (const dirent* one = ::readdir(open_ones)) {
        const int descriptor = std::atoi(one->d_name);
        if (descriptor > 2) ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    ::closedir(open_ones);
}

}  // namespace

void ProcessState::start(const ProcessOptions& options) {
    if (options.command.empty()) throw ValueError("a process needs a command");
    const std::string program = program_path(options);
    std::vector<char*> arguments = pointers_to(options.command);
    std::vector<char*> environment = pointers_to(options.environment);
    std::vector<uv_stdio_container_t> stdio = stdio_for(options.descriptors);

    uv_process_options_t how{};
    how.file = program.c_str();
    how.args = arguments.data();
    how.env = environment.data();
    how.cwd = options.working_directory.empty() ? nullptr : options.working_directory.c_str();
    how.stdio = stdio.data();
    how.stdio_count = static_cast<int>(stdio.size());
    if (own_group_) how.flags = UV_PROCESS_DETACHED;
    how.exit_cb = [](uv_process_t* process, std::int64_t code, int signal) {
        auto& state = owner_of<ProcessState>(process);
        state.ended_ = true;
        state.status_.code = static_cast<int>(code);
        state.status_.signal = signal;
        close_handle(state.process_);
        state.waits_.wake_all();
    };

    uv_loop_t* loop = Loop::current().uv();
    make_all_close_on_exec();
    const int error = uv_spawn(loop, &process_, &how);
    opened(process_);
    if (error != 0) {
        close_handle(process_);  // also a process that did not start is known to libuv
        throw_cannot_start(options, -error);
    }
    ended_ = false;
    pid_ = process_.pid;
}

int ProcessState::send(int signal) noexcept {
    if (ended_) return 0;
    const int sent = ::kill(own_group_ ? -pid_ : pid_, signal);
    return sent == 0 || errno == ESRCH ? 0 : errno;
}

namespace {

Coroutine<ExitStatus> wait(Reference<ProcessState> process) {
    while (!process->ended()) {
        OutsideWait exit(process->waits(), "a process to end");
        co_await exit;
    }
    co_return process->status();
}

}  // namespace

}  // namespace detail

Process::Process(const ProcessOptions& options) : state_(new detail::ProcessState(options.own_group)) {
    state_->start(options);
}

Process::Process(Process&& other) noexcept = default;

Process& Process::operator=(Process&& other) noexcept {
    if (this != &other) {
        if (state_) state_->send(SIGKILL);
        state_ = std::move(other.state_);
    }
    return *this;
}

Process::~Process() {
    if (state_) state_->send(SIGKILL);
}

Coroutine<ExitStatus> Process::wait() { return detail::wait(state_); }

void Process::kill(int signal) {
    if (const int error = state_->send(signal); error != 0) {
        throw std::system_error(error, std::generic_category(),
                                "cannot signal process " + std::to_string(pid()));
    }
}

int Process::pid() const noexcept { return state_->pid(); }

}  // namespace aio
