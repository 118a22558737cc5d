#pragma once

#include "grader/box/boxed_process.hpp"
#include "grader/run/output_file.hpp"
#include "grader/run/timekeeper.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"
#include "runtime/io/pipe.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

/// A box in which a compiled submission plays scenarios one after the other.
///
/// Theory of operation. The box is made before there is a program, while the compiler works; in it `enter`
/// (grader/box) waits for the program's descriptor. The program (grader/child/main.cpp) makes a process for
/// every script that it receives on the channel, a stream socket. This process and the Timekeeper then talk
/// in lockstep; its output goes to a file in memory that only the grader reads. `enter` reports how the
/// process ended. A scenario is over when that report has come, when the real time is up, or when the
/// protocol is broken. In the last two cases the whole box is killed, and the next scenario starts another
/// one. A session belongs to one submission. All of its runs together have limits, too: once these are
/// reached, a run is stopped, or not begun.
class Session {
public:
    /// `needed`: the files that the program needs in the box to start, besides itself. Throws
    /// std::system_error when this machine cannot start a process: a fault of the grader, not of the
    /// submission.
    Session(std::vector<std::string> needed, Containment containment, Limits limits = run_limits());

    /// Sets the executable; the file must stay in place as long as scenarios are played.
    void load(std::string program) { program_ = std::move(program); }

    /// Plays one scenario. `usual`: the choices in its usual order (Run::offered), if the scenario has
    /// another order; empty if they are not known. Requires: a program is loaded. Throws std::system_error as
    /// the constructor does, and BoxError.
    aio::Coroutine<Run> play(Scenario scenario, std::vector<std::uint8_t> usual = {});

private:
    void start();
    void stop();
    aio::Coroutine<Run> play_one(Scenario scenario, std::vector<std::uint8_t> usual);
    /// The real time left for this submission's runs.
    aio::Duration wall_left() const;
    bool is_over_budget() const;
    aio::Coroutine<std::optional<BoxReport>> report_so_far();
    aio::Coroutine<std::optional<BoxReport>> report_in_time();
    aio::Coroutine<> converse(Timekeeper& timekeeper);
    /// Reads the bytes that came; false when the conversation with this process is over.
    bool listen(Timekeeper& timekeeper, const std::string& bytes, std::string& reply);
    protocol::Answer with_token(protocol::Answer answer);
    aio::Coroutine<> hear_last_words(Timekeeper& timekeeper);
    std::shared_ptr<const void> room_for(std::size_t bytes);
    Run close(Timekeeper& timekeeper, const std::optional<BoxReport>& report, bool wall_limited);

    std::string program_;
    std::vector<std::string> needed_;
    Containment containment_;
    Limits limits_;
    int core_;
    OutputFile output_;
    std::optional<BoxedProcess> process_;
    aio::Descriptor program_socket_;  // until the box has its program
    std::optional<aio::Stream> channel_;
    protocol::Framing framing_;
    std::uint64_t heard_ = 0;  // bytes
    std::uint64_t token_ = 0;  // the last one sent
    /// The part of Limits::kept_bytes that existing runs of this session use.
    std::shared_ptr<std::size_t> kept_ = std::make_shared<std::size_t>(0);
    std::chrono::microseconds cpu_of_all_{};  // of all runs so far
    aio::Duration wall_of_all_{};             // of all runs before this one
    aio::Duration began_{};                   // this one
};

}  // namespace grader
