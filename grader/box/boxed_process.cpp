#include "grader/box/boxed_process.hpp"

#include "grader/box/sandbox.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstring>
#include <string>
#include <utility>

namespace grader {

namespace {

aio::ProcessOptions reporting(Box box, const Containment& containment,
                              const std::vector<std::string>& command, int reports) {
    box.reports = reports;
    return boxed(box, containment, command);
}

}  // namespace

BoxedProcess::BoxedProcess(Box box, const Containment& containment, const std::vector<std::string>& command)
    : BoxedProcess(std::move(box), containment, command, [] {
          auto [ours, boxs] = aio::output_pipe();
          return Ends{std::move(ours), std::move(boxs)};
      }()) {}

BoxedProcess::BoxedProcess(Box box, const Containment& containment, const std::vector<std::string>& command,
                           Ends ends)
    : sandbox_(containment.sandbox),
      reports_(std::move(ends.ours)),
      process_(reporting(std::move(box), containment, command, ends.boxs.get())) {}

aio::Coroutine<std::optional<BoxReport>> BoxedProcess::next_report() {
    std::string bytes;
    while (bytes.size() < sizeof(BoxReport)) {
        const std::string more = co_await reports_.read_some(sizeof(BoxReport) - bytes.size());
        if (more.empty()) break;
        bytes += more;
    }
    if (bytes.size() < sizeof(BoxReport)) {
        if (killed_) co_return std::nullopt;
        const aio::ExitStatus status = co_await process_.wait();
        throw_gone(status);
    }
    told_ = true;
    BoxReport report;
    std::memcpy(&report, bytes.data(), sizeof report);
    if (report.kind == BoxReport::fault) {
        report.what[sizeof report.what - 1] = '\0';
        throw BoxError(fmt::format("{}: {}", report.what, std::strerror(report.code)));
    }
    co_return report;
}

// No program in the box can cause this: none may send a signal to enter or bwrap.
void BoxedProcess::throw_gone(const aio::ExitStatus& status) {
    if (told_ || status.signal != 0 || status.code > 128)
        throw BoxError("something has killed the box from outside");
    // We do not run the program without a box: otherwise a submission could use up all processes, and the
    // next one would run without a box. But the sandbox is tried again at the next start.
    if (const auto memory = sandbox_->memory()) memory->forget();
    throw BoxError(fmt::format("there is no box ({} ended with {})", sandbox_->program(), status.code));
}

aio::Coroutine<std::optional<BoxReport>> BoxedProcess::command_ended() {
    for (;;) {
        const std::optional<BoxReport> report = co_await next_report();
        if (!report || report->kind == BoxReport::command_ended) co_return report;
    }
}

aio::Coroutine<> BoxedProcess::gone() { co_await process_.wait(); }

void BoxedProcess::kill() {
    killed_ = true;
    process_.kill(SIGKILL);
}

}  // namespace grader
