#pragma once

#include "grader/box/boxed_process.hpp"
#include "grader/timekeeper/output_file.hpp"
#include "grader/timekeeper/timekeeper.hpp"
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
class Session {
public:
    /// `needed`: what a box must show for the program to start, besides itself. Throws std::system_error when
    /// this machine cannot start a process: our fault, not the submission's.
    Session(std::vector<std::string> needed, Containment containment, Limits limits = run_limits());

    /// The executable to play with; it stays where it is as long as scenarios are played.
    void load(std::string program) { program_ = std::move(program); }

    /// Plays one scenario. Requires: a program is loaded. Throws std::system_error as the constructor does,
    /// and BoxError.
    aio::Coroutine<Run> play(Scenario scenario);

private:
    void start();
    void stop();
    aio::Coroutine<std::optional<BoxReport>> report_so_far();
    aio::Coroutine<std::optional<BoxReport>> report_in_time();
    aio::Coroutine<> converse(Timekeeper& timekeeper);
    /// Takes in what came; false when there is nothing more to say to this process.
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
    /// Limits::kept_bytes that are taken, by runs of this session that somebody still holds.
    std::shared_ptr<std::size_t> kept_ = std::make_shared<std::size_t>(0);
};

}  // namespace grader
