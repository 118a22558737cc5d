#include "grader/timekeeper/session.hpp"

#include "grader/box/core.hpp"
#include "grader/box/program_socket.hpp"
#include "runtime/aio.hpp"

#include <sys/random.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace grader {

namespace {

/// A number that nobody can guess.
std::uint64_t fresh_token() {
    std::uint64_t token = 0;
    if (getrandom(&token, sizeof token, 0) != sizeof token) {
        throw std::system_error(errno, std::generic_category(), "getrandom");
    }
    return token;
}

/// The box's end of the socket on which its program comes.
constexpr int program_descriptor = 5;

}  // namespace

Session::Session(std::vector<std::string> needed, Containment containment)
    : needed_(std::move(needed)), containment_(containment), core_(Core::next()) {
    start();
}

void Session::start() {
    auto [channel, childs_channel] = aio::socket_pair();
    auto [status, childs_status] = aio::output_pipe();
    auto [our_end, boxs_end] = program_socket();
    Box box(limits_);
    box.readable = needed_;
    box.descriptors = {{1, output_.descriptor()},
                       {2, output_.descriptor()},
                       {protocol::channel_descriptor, childs_channel.get()},
                       {protocol::status_descriptor, childs_status.get()},
                       {program_descriptor, boxs_end.get()}};
    box.program_socket = program_descriptor;
    box.core = core_;
    process_.emplace(boxed(box, containment_, {"program"}));
    program_socket_ = std::move(our_end);
    channel_.emplace(std::move(channel));
    status_.emplace(std::move(status));
    framing_ = {};
}

void Session::stop() {
    process_.reset();
    channel_.reset();
    status_.reset();
    program_socket_.close();
}

aio::Coroutine<Run> Session::play(Scenario scenario) {
    output_.clear();
    texts_.clear();
    if (!process_) start();
    if (program_socket_.get() >= 0) {
        send_program(program_socket_, program_);
        program_socket_.close();
    }
    const Core together(core_);
    Timekeeper timekeeper(scenario);
    framing_ = {};
    scenario.script.token = token_ = fresh_token();
    const std::string script = protocol::frame(protocol::write_script(scenario.script));
    bool wall_limited = false;
    std::optional<protocol::Status> status;
    try {
        co_await channel_->write_all(script);
    } catch (const std::system_error&) {  // it has left already: the status will not come either
    }
    aio::Task<> conversation = aio::create_task(converse(timekeeper));
    try {
        status = co_await aio::timeout(limits_.wall, read_status());
    } catch (const aio::TimeoutError&) {
        wall_limited = true;
    }
    conversation.cancel();
    try {
        co_await conversation;
    } catch (const aio::CancelledError&) {
    }
    if (status) {
        co_await hear_last_words(timekeeper);
    } else if (!wall_limited && timekeeper.broken().empty()) {
        const protocol::Status of_all = co_await how_the_box_ended();
        Run run = close(timekeeper, of_all, false);
        stop();
        co_return run;
    }
    if (!status || !timekeeper.broken().empty()) stop();
    co_return close(timekeeper, status, wall_limited);
}

aio::Coroutine<> Session::converse(Timekeeper& timekeeper) {
    for (;;) {
        std::string bytes = co_await channel_->read_some();
        std::string reply;
        if (bytes.empty()) co_return;
        if (!listen(timekeeper, bytes, reply)) {
            if (!timekeeper.finished() || !timekeeper.broken().empty()) process_->kill(SIGKILL);
            co_return;
        }
        try {
            if (!reply.empty()) co_await channel_->write_all(reply);
        } catch (const std::system_error&) {
            co_return;  // it is gone; the status tells how
        }
    }
}

protocol::Answer Session::with_token(protocol::Answer answer) {
    answer.token = token_ = fresh_token();
    return answer;
}

bool Session::listen(Timekeeper& timekeeper, const std::string& bytes, std::string& reply) {
    framing_.add(bytes);
    while (const auto payload = framing_.next()) {
        std::string_view frame = *payload;
        if (protocol::take_token(frame) != token_) {
            timekeeper.break_protocol("it did not wait for the answer");
            return false;
        }
        const auto records = protocol::read_records(frame);
        if (!records) {
            timekeeper.break_protocol("a message that is none");
            return false;
        }
        for (const protocol::Record& record : *records) {
            const auto answer = timekeeper.take(record);
            if (record.kind == protocol::Kind::printed) {
                texts_.push_back(output_.read_up_to(static_cast<std::size_t>(record.count)));
            }
            if (!answer) continue;
            // A question is the last word: whoever goes on talking has not waited for the answer.
            if (&record != &records->back()) timekeeper.break_protocol("it did not wait for the answer");
            reply += protocol::frame(protocol::write_answer(with_token(*answer)));
        }
    }
    if (framing_.broken()) timekeeper.break_protocol("a message longer than any may be");
    return timekeeper.broken().empty() && !timekeeper.finished() && !timekeeper.too_much();
}

aio::Coroutine<std::optional<protocol::Status>> Session::read_status() {
    std::string bytes;
    while (bytes.size() < protocol::status_bytes) {
        const std::string more = co_await status_->read_some(protocol::status_bytes - bytes.size());
        if (more.empty()) co_return std::nullopt;
        bytes += more;
    }
    co_return protocol::read_status(bytes);
}

// The parent of the scenarios is gone, and the box with it: bubblewrap tells how, as a shell does.
aio::Coroutine<protocol::Status> Session::how_the_box_ended() {
    protocol::Status status;
    try {
        const aio::ExitStatus ended = co_await aio::timeout(std::chrono::seconds(1), process_->wait());
        status.code = ended.code;
        status.signal = ended.signal != 0 ? ended.signal : ended.code > 128 ? ended.code - 128 : 0;
        // Nobody but the kernel sends that, and only for its CPU time.
        if (status.signal == SIGKILL) status.cpu_us = std::chrono::microseconds(limits_.cpu).count();
    } catch (const aio::TimeoutError&) {  // it lives on without a word: whatever it does, it has left the conversation
    }
    co_return status;
}

// What it had said before it ended may still be on its way. A timeout of zero reads what is there without waiting.
aio::Coroutine<> Session::hear_last_words(Timekeeper& timekeeper) {
    std::string nobody_listens;
    try {
        while (!timekeeper.finished() && timekeeper.broken().empty()) {
            const std::string bytes = co_await aio::timeout(aio::Duration::zero(), channel_->read_some());
            if (bytes.empty() || !listen(timekeeper, bytes, nobody_listens)) co_return;
        }
    } catch (const aio::TimeoutError&) {
    }
}

Run Session::close(Timekeeper& timekeeper, const std::optional<protocol::Status>& status, bool wall_limited) {
    Run run;
    run.duration = timekeeper.now();
    const bool too_much = timekeeper.too_much();
    run.events = timekeeper.take_events();
    std::size_t next = 0;
    for (Event& event : run.events) {
        if (event.what.kind == protocol::Kind::printed && next < texts_.size()) event.text = texts_[next++];
        if (event.what.kind == protocol::Kind::call_ended && event.what.outcome == protocol::Outcome::raised) {
            run.ending = Ending::raised;
            run.error = event.what.detail;
        }
    }
    if (status) {
        run.cpu_us = static_cast<std::uint64_t>(status->cpu_us);
        run.max_rss_kb = static_cast<std::uint64_t>(status->max_rss_kb);
        run.signal = status->signal;
    }
    // What it printed after the grader had stopped listening depends on how soon it was stopped.
    if (const std::string rest = too_much ? std::string() : output_.read_rest(); !rest.empty()) {
        Event last{run.duration, {}, rest};
        last.what.kind = protocol::Kind::printed;
        run.events.push_back(std::move(last));
    }
    if (!timekeeper.broken().empty()) {
        run.ending = Ending::broke_protocol;
        run.error = timekeeper.broken();
    } else if (too_much) {
        run.ending = Ending::event_limit;
    } else if (wall_limited) {
        run.ending = Ending::timed_out_wall;
    } else if (run.signal == SIGXCPU || (run.signal == SIGKILL && run.cpu_us >= 900'000)) {
        run.ending = Ending::timed_out_cpu;
    } else if (run.signal == SIGSYS) {
        run.ending = Ending::forbidden;
    } else if (run.signal == SIGXFSZ || output_.size() >= limits_.file_bytes) {
        run.ending = Ending::output_limit;
    } else if (run.signal != 0) {
        run.ending = Ending::crashed;
    } else if (!timekeeper.finished()) {
        run.ending = Ending::exited_early;
    } else if (run.ending == Ending::raised && run.error == "std::bad_alloc") {
        run.ending = Ending::memory_limit;
    } else if (timekeeper.deadlocked()) {
        run.ending = Ending::deadlocked;
    }
    return run;
}

}  // namespace grader
