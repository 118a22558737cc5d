#include "grader/box/run_boxed.hpp"

#include "grader/box/boxed_process.hpp"
#include "runtime/clock.hpp"
#include "runtime/errors.hpp"
#include "runtime/io/pipe.hpp"
#include "runtime/task.hpp"
#include "runtime/timeout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

// Theory of operation
//
// One task per pipe reads the output, and drops it above the limit, so that the command never waits for us.
// We wait for the report of `enter`, not for the end of the pipes: a process that slipped out of a box
// without a sandbox may hold them open for ever. When the command has ended `enter` kills the rest, and the
// pipes get a short while to run empty.

namespace grader {

namespace {

using std::chrono::milliseconds;

/// How long a pipe may take to end once the child is dead: all of it is in the pipe already, 64 KiB at most.
constexpr aio::Duration drain_time = milliseconds(500);

/// The bytes read from one pipe. Shared with the task that reads, which may be cancelled half way.
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
                // Too late, or the pipe broke: no more bytes will come.
            }
        }
        co_return std::move(*collected_);
    }

private:
    std::shared_ptr<Collected> collected_ = std::make_shared<Collected>();
    aio::Descriptor childs_end_;
    std::optional<aio::Task<>> task_;
};

/// sh tells what killed its child as 128 and the signal's number, and so do our scripts.
void read_report(Ended& ended, const BoxReport& report) {
    ended.exit_code = report.code;
    ended.signal = report.signal;
    ended.cpu = std::chrono::microseconds(report.cpu_us);
    if (report.signal == 0 && report.code > 128 && report.code <= 128 + SIGRTMAX) {
        ended.signal = report.code - 128;
        ended.exit_code = 0;
    }
}

/// The kernel sends SIGKILL to a process that has no CPU time left, and to one that is too big for the
/// machine; the latter comes sooner. It counts CPU time in ticks, not exactly as it reports it afterwards.
bool out_of_cpu(const Ended& ended, const Limits& limits) {
    return ended.signal == SIGKILL && !ended.wall_limited && ended.cpu * 2 >= limits.cpu;
}

/// Waits for the end, or kills the command when its time is over.
aio::Coroutine<> run_to_its_end(BoxedProcess& process, const Limits& limits, Ended& ended) {
    std::optional<BoxReport> report;
    try {
        report = co_await aio::timeout(limits.wall, process.command_ended());
    } catch (const aio::TimeoutError&) {
        ended.wall_limited = true;
        ended.signal = SIGKILL;
        process.kill();
    }
    co_await process.gone();
    if (report) read_report(ended, *report);
}

}  // namespace

aio::Coroutine<Ended> run_boxed(Box box, Containment containment, std::vector<std::string> command) {
    Ended ended;
    try {
        Collector output(box, 1);
        Collector error(box, 2);
        const aio::Duration began = aio::now();
        BoxedProcess process(box, containment, command);
        output.child_has_it();
        error.child_has_it();
        try {
            co_await run_to_its_end(process, box.limits, ended);
        } catch (const BoxError& problem) {
            ended.fault = problem.what();
        }
        ended.took = aio::now() - began;

        Collected text = co_await output.finish();
        ended.standard_output = std::move(text.text);
        ended.output_limited = text.too_much;
        text = co_await error.finish();
        ended.standard_error = std::move(text.text);
        ended.output_limited = ended.output_limited || text.too_much;
        if (!ended.fault.empty()) {
            ended.fault = fmt::format("{} could not be run in a box: {} {}", command.front(), ended.fault,
                                      ended.standard_error);
        }
    } catch (const std::exception& problem) {
        ended.fault = fmt::format("{} could not be run in a box: {}", command.front(), problem.what());
    }
    ended.cpu_limited = out_of_cpu(ended, box.limits);
    co_return ended;
}

}  // namespace grader
