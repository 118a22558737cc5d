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
/// Theory of operation. The box is made before there is a program, since it can be while the compiler works;
/// in it `enter` (grader/box) has the program's descriptor waited for. The program (grader/child/main.cpp)
/// makes a process for every script it is sent on the channel, a stream socket. That one and the Timekeeper
/// then talk in lockstep; what it prints goes to a file in memory that only the grader reads. `enter` tells
/// how it ended. So a scenario is over when that report has come, or when the real time is up, or when the
/// protocol is broken: in these two cases the whole box is killed, and the next scenario starts another.
/// A session belongs to one submission, whose runs have limits together, too: once these are reached, a run
/// is stopped, or not begun.
class Session {
public:
    /// `needed`: what a box must show for the program to start, besides itself. Throws std::system_error when
    /// this machine cannot start a process: our fault, not the submission's.
    Session(std::vector<std::string> needed, Containment containment, Limits limits = run_limits());

    /// The executable to play with; it stays where it is as long as scenarios are played.
    void load(std::string program) { program_ = std::move(program); }

    /// Plays one scenario. `usual`: what the usual order of it offered (Run::offered), where the scenario has
    /// another one; empty where that is not known. Requires: a program is loaded. Throws std::system_error as
    /// the constructor does, and BoxError.
    aio::Coroutine<Run> play(Scenario scenario, std::vector<std::uint8_t> usual = {});

private:
    void start();
    void stop();
    aio::Coroutine<Run> play_one(Scenario scenario, std::vector<std::uint8_t> usual);
    /// Real time left for this submission's runs.
    aio::Duration wall_left() const;
    bool is_over_budget() const;
    aio::Coroutine<std::optional<BoxReport>> report_so_far();
    aio::Coroutine<std::optional<BoxReport>> report_in_time();
    aio::Coroutine<> converse(Timekeeper& timekeeper);
    /// Takes in what came; false when there is nothing more to say to this process.
    bool listen(Timekeeper& timekeeper, const std::string& bytes, std::string& reply);
    protocol::Answer with_token(protocol::Answer answer);
    aio::Coroutine<> hear_last_words(Timekeeper& timekeeper);
    std::shared_ptr<const void> room_for(std::size_t bytes);
    Run close(Timekeeper& timekeeper, const std::optional<BoxReport>& report, bool wall_limited);
    /// `too_much`: it told more than it may; the timekeeper's events have been taken by now.
    Ending ending_of(const Run& run, const Timekeeper& timekeeper, bool too_much, bool wall_limited) const;

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
    /// Limits::kept_bytes that are taken, by runs of this session that somebody still holds.
    std::shared_ptr<std::size_t> kept_ = std::make_shared<std::size_t>(0);
    std::chrono::microseconds cpu_of_all_{};  // of all runs so far
    aio::Duration wall_of_all_{};             // of all runs before this one
    aio::Duration began_{};                   // this one
};

}  // namespace grader
