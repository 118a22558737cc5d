#include "grader/box/run_boxed.hpp"

#include "runtime/clock.hpp"
#include "runtime/errors.hpp"
#include "runtime/io/pipe.hpp"
#include "runtime/io/process.hpp"
#include "runtime/task.hpp"
#include "runtime/timeout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

// Theory of operation
//
// One task a pipe reads and drops what is too much, so that the child never waits for us. We wait for the
// child, not for the pipes' ends: a process that slipped out of a box without bubblewrap may hold them open
// for ever. When the child has ended its group is killed, and the pipes get a short while to run empty.

namespace grader {

namespace {

using std::chrono::milliseconds;

/// How long a pipe may take to end once the child is dead: all of it is in the pipe already, 64 KiB at most.
constexpr aio::Duration drain_time = milliseconds(500);

/// What was read of one pipe. Shared with the task that reads, which may be cancelled half way.
struct Collected {
    std::string text;
    bool too_much = false;
};

aio::Coroutine<> collect(aio::Stream stream, std::size_t limit, std::shared_ptr<Collected> collected) {
    while (true) {
        const std::string bytes = co_await stream.read_some();
        if (bytes.empty()) co_return;
        const std::size_t room = limit - collected->text.size();
        collected->text.append(bytes, 0, room);
        if (bytes.size() > room) collected->too_much = true;
    }
}

/// One of the two output streams: the child's end, and the task that reads ours.
class Collector {
public:
    Collector(Box& box, int descriptor) {
        const auto named = [descriptor](const aio::PassedDescriptor& passed) {
            return passed.child == descriptor;
        };
        if (std::any_of(box.descriptors.begin(), box.descriptors.end(), named)) return;
        auto [ours, childs] = aio::output_pipe();
        childs_end_ = std::move(childs);
        box.descriptors.push_back({descriptor, childs_end_.get()});
        task_.emplace(aio::create_task(collect(std::move(ours), box.limits.output_bytes, collected_)));
    }

    /// Once the child has its own copy: the pipe does not end before every copy is closed.
    void child_has_it() { childs_end_.close(); }

    aio::Coroutine<Collected> finish() {
        if (task_) {
            try {
                co_await aio::timeout(drain_time, *task_);
            } catch (const std::exception&) {
                // Too late, or the pipe broke: what came so far is all there is.
            }
        }
        co_return std::move(*collected_);
    }

private:
    std::shared_ptr<Collected> collected_ = std::make_shared<Collected>();
    aio::Descriptor childs_end_;
    std::optional<aio::Task<>> task_;
};

/// bubblewrap and sh tell what killed their child in the same way: 128 and the signal's number.
void read_status(Ended& ended, const aio::ExitStatus& status) {
    ended.exit_code = status.code;
    ended.signal = status.signal;
    if (status.signal == 0 && status.code > 128 && status.code <= 128 + SIGRTMAX) {
        ended.signal = status.code - 128;
        ended.exit_code = 0;
    }
}

/// bubblewrap itself ended, and there was no command. (No command of ours ends with 1 and such words.)
bool box_failed(const Ended& ended) {
    return ended.exit_code == 1 && ended.standard_error.starts_with("bwrap: ");
}

/// The kernel ends with SIGKILL what has no CPU time left, and what is too big for the machine; that comes
/// sooner.
bool out_of_cpu(const Ended& ended, const Limits& limits) {
    const auto processors = std::max(1U, std::thread::hardware_concurrency());
    return ended.signal == SIGKILL && !ended.wall_limited && ended.took * processors >= limits.cpu;
}

}  // namespace

aio::Coroutine<Ended> run_boxed(Box box, Containment containment, std::vector<std::string> command) {
    Ended ended;
    try {
        Collector output(box, 1);
        Collector error(box, 2);
        const aio::Duration began = aio::now();
        aio::Process process(boxed(box, containment, command));
        output.child_has_it();
        error.child_has_it();
        try {
            const aio::ExitStatus status = co_await aio::timeout(box.limits.wall, process.wait());
            read_status(ended, status);
        } catch (const aio::TimeoutError&) {
            ended.wall_limited = true;
        }
        if (ended.wall_limited) {
            process.kill(SIGKILL);
            const aio::ExitStatus status = co_await process.wait();
            read_status(ended, status);
        }
        // What the command left running. In bubblewrap it is dead already.
        if (!containment.bubblewrap) ::kill(-process.pid(), SIGKILL);
        ended.took = aio::now() - began;

        Collected text = co_await output.finish();
        ended.standard_output = std::move(text.text);
        ended.output_limited = text.too_much;
        text = co_await error.finish();
        ended.standard_error = std::move(text.text);
        ended.output_limited = ended.output_limited || text.too_much;
        if (containment.bubblewrap && box_failed(ended)) {
            // Not run without: who fills the machine with processes would have found a way out. But it is
            // tried anew the next time.
            bubblewrap_memory().forget();
            ended.fault = fmt::format("there is no box: {}", ended.standard_error);
        }
    } catch (const std::exception& problem) {
        ended.fault = fmt::format("{} could not be run in a box: {}", command.front(), problem.what());
    }
    ended.cpu_limited = out_of_cpu(ended, box.limits);
    co_return ended;
}

aio::Coroutine<Containment> detect_containment() {
    Containment containment;
    containment.bubblewrap = true;
    if (bubblewrap_memory().value()) co_return containment;
    Limits limits = run_limits();
    limits.wall = std::chrono::seconds(5);
    Box box(limits);
    box.system = SystemFiles::all;
    const std::vector<std::string> command = {
        "/usr/bin/true"};  // g++ 12 cannot do with a list inside co_await
    const Ended ended = co_await run_boxed(box, containment, command);
    containment.bubblewrap = ended.ok();
    if (containment.bubblewrap) bubblewrap_memory().keep("works");
    co_return containment;
}

}  // namespace grader
