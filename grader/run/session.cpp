#include "grader/run/session.hpp"

#include "grader/box/boxes.hpp"
#include "grader/box/pinned_core.hpp"
#include "grader/run/ending_of.hpp"
#include "runtime/aio.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <exception>
#include <system_error>
#include <utility>

namespace grader {

namespace {

/// How many times Limits::wall a process that keeps sending records may run.
constexpr int longest_talk = 6;

/// A number that cannot be guessed.
std::uint64_t fresh_token() {
    std::uint64_t token = 0;
    if (getrandom(&token, sizeof token, 0) != sizeof token) {
        throw std::system_error(errno, std::generic_category(), "getrandom");
    }
    return token;
}

}  // namespace

Session::Session(std::vector<std::string> needed, Containment containment, Limits limits)
    : needed_(std::move(needed)), containment_(containment), limits_(limits), core_(PinnedCore::next()) {
    start();
}

void Session::start() {
    auto [channel, childs_channel] = aio::socket_pair();
    ProgramBox made(limits_, needed_,
                    {{1, output_.descriptor()},
                     {2, output_.descriptor()},
                     {protocol::channel_descriptor, childs_channel.get()}});
    made.box.core = core_;
    made.box.repeatable = true;
    process_.emplace(std::move(made.box), containment_, std::vector<std::string>{"program"});
    program_socket_ = std::move(made.our_end);
    channel_.emplace(std::move(channel));
    framing_ = {};
}

void Session::stop() {
    process_.reset();
    channel_.reset();
    program_socket_.close();
}

aio::Duration Session::wall_left() const {
    if (limits_.wall_of_all == std::chrono::seconds::zero()) return aio::Duration::max();
    return limits_.wall_of_all - wall_of_all_ - (aio::now() - began_);
}

bool Session::is_over_budget() const {
    const bool cpu_used =
        limits_.cpu_of_all > std::chrono::seconds::zero() && cpu_of_all_ >= limits_.cpu_of_all;
    return cpu_used || wall_left() <= aio::Duration::zero();
}

aio::Coroutine<Run> Session::play(Scenario scenario, std::vector<std::uint8_t> usual) {
    began_ = aio::now();
    Run run;
    if (is_over_budget()) {
        run.ending = Ending::over_budget;
        co_return run;
    }
    run = co_await play_one(std::move(scenario), std::move(usual));
    cpu_of_all_ += std::chrono::microseconds(run.cpu_us);
    wall_of_all_ += aio::now() - began_;
    co_return run;
}

aio::Coroutine<Run> Session::play_one(Scenario scenario, std::vector<std::uint8_t> usual) {
    output_.clear();
    if (!process_) start();
    if (program_socket_.get() >= 0) {
        send_program(program_socket_, program_);
        program_socket_.close();
    }
    const PinnedCore together(core_);
    Timekeeper timekeeper(scenario, limits_, usual,
                          limits_.kept_bytes - std::min(limits_.kept_bytes, *kept_));
    if (const std::optional<BoxReport> early = co_await report_so_far()) {
        if (early->kind != BoxReport::command_ended) {
            timekeeper.break_protocol("a process ended between two scenarios, when none was running");
        }
        stop();
        co_return close(timekeeper, early, false);
    }
    framing_ = {};
    scenario.script.token = token_ = fresh_token();
    const std::string script = protocol::frame(protocol::write_script(scenario.script));
    bool wall_limited = false;
    std::optional<BoxReport> report;
    try {
        co_await channel_->write_all(script);
    } catch (const std::system_error&) {  // it has left already, and the report says how
    }
    aio::Task<> conversation = aio::create_task(converse(timekeeper));
    std::string fault;
    std::exception_ptr interrupted;
    try {
        report = co_await report_in_time();
        wall_limited = !report && !process_->killed();
    } catch (const BoxError& problem) {
        fault = problem.what();
    } catch (...) {
        interrupted = std::current_exception();
    }
    // Cancel it in any case: the conversation uses the timekeeper and the channel, which are destroyed when
    // this call returns.
    conversation.cancel();
    const auto [talk] = co_await aio::gather(aio::return_exceptions, conversation);
    if (interrupted) {
        stop();
        std::rethrow_exception(interrupted);
    }
    try {
        talk.value();
    } catch (const aio::CancelledError&) {
    }
    if (!fault.empty()) {
        stop();
        throw BoxError(fault + ' ' + output_.read_rest());  // bwrap's own words
    }
    if (report) co_await hear_last_words(timekeeper);
    // The program that serves the scenarios is gone, and the box with it; or nothing more is believed.
    if (!report || report->kind == BoxReport::command_ended || !timekeeper.broken().empty()) stop();
    co_return close(timekeeper, report, wall_limited);
}

// Between two scenarios only the program that serves them may be alive. It may have exited before main(); any
// other process was made before main().
aio::Coroutine<std::optional<BoxReport>> Session::report_so_far() {
    try {
        const std::optional<BoxReport> report =
            co_await aio::timeout(aio::Duration::zero(), process_->next_report());
        co_return report;
    } catch (const aio::TimeoutError&) {
        co_return std::nullopt;
    }
}

// A process that keeps sending records is not stuck, even on a busy machine: other limits end it.
aio::Coroutine<std::optional<BoxReport>> Session::report_in_time() {
    for (int time = 0; time < longest_talk; ++time) {
        const std::uint64_t heard = heard_;
        try {
            const std::optional<BoxReport> report =
                co_await aio::timeout(std::min(limits_.wall, wall_left()), process_->next_report());
            co_return report;
        } catch (const aio::TimeoutError&) {
            if (heard_ == heard || is_over_budget()) break;
        }
    }
    co_return std::nullopt;
}

aio::Coroutine<> Session::converse(Timekeeper& timekeeper) {
    for (;;) {
        std::string bytes = co_await channel_->read_some();
        std::string reply;
        if (bytes.empty()) co_return;
        if (!listen(timekeeper, bytes, reply)) {
            if (!timekeeper.finished() || !timekeeper.broken().empty()) process_->kill();
            co_return;
        }
        try {
            if (!reply.empty()) co_await channel_->write_all(reply);
        } catch (const std::system_error&) {
            co_return;  // it is gone; the report says how
        }
    }
}

protocol::Answer Session::with_token(protocol::Answer answer) {
    answer.token = token_ = fresh_token();
    return answer;
}

bool Session::listen(Timekeeper& timekeeper, const std::string& bytes, std::string& reply) {
    heard_ += bytes.size();
    framing_.add(bytes);
    while (const auto payload = framing_.next()) {
        std::string_view frame = *payload;
        if (protocol::take_token(frame) != token_) {
            timekeeper.break_protocol("it did not wait for the answer");
            return false;
        }
        const auto records = protocol::read_records(frame);
        // An empty message would cost its sender nothing, but the grader would have to read it.
        if (!records || records->empty()) {
            timekeeper.break_protocol("a message without valid records");
            return false;
        }
        for (const protocol::Record& record : *records) {
            // Stop exactly at the limit: how many records arrive together depends on chance.
            if (timekeeper.too_much()) return false;
            const auto answer = timekeeper.take(record);
            if (record.kind == protocol::Kind::printed) {
                timekeeper.printed(output_.read_up_to(static_cast<std::size_t>(record.count)));
            }
            if (!answer) continue;
            // Nothing may follow a question: a process that sends more has not waited for the answer.
            if (&record != &records->back()) timekeeper.break_protocol("it did not wait for the answer");
            reply += protocol::frame(protocol::write_answer(with_token(*answer)));
        }
    }
    if (framing_.broken()) timekeeper.break_protocol("a message above the length limit");
    return timekeeper.broken().empty() && !timekeeper.finished() && !timekeeper.too_much();
}

// Records from before its end may still be on their way. A timeout of zero reads what is there without
// waiting.
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

std::shared_ptr<const void> Session::room_for(std::size_t bytes) {
    *kept_ += bytes;
    return {nullptr, [kept = kept_, bytes](const void*) { *kept -= bytes; }};
}

Run Session::close(Timekeeper& timekeeper, const std::optional<BoxReport>& report, bool wall_limited) {
    Run run;
    run.duration = timekeeper.now();
    const bool too_much = timekeeper.too_much();
    run.events_told = timekeeper.told();
    run.after_others = timekeeper.no_room() && *kept_ > timekeeper.kept_bytes();
    run.room = room_for(timekeeper.kept_bytes());
    run.events = timekeeper.take_events();
    run.offered = timekeeper.take_offered();
    for (const Event& event : run.events) {
        if (event.what.kind == protocol::Kind::call_ended &&
            event.what.completion == protocol::Completion::raised) {
            run.ending = Ending::raised;
            run.error = event.what.detail;
        }
    }
    if (report) {
        run.cpu_us = static_cast<std::uint64_t>(report->cpu_us);
        run.max_rss_kb = static_cast<std::uint64_t>(report->max_rss_kb);
        run.signal = report->signal;
        run.exit_code = report->code;
    }
    // How much a stopped process had printed depends on chance.
    const bool stopped = too_much || !timekeeper.broken().empty();
    if (const std::string rest = output_.read_rest(); !rest.empty() && !stopped) {
        Event last{run.duration, {}};
        last.what.kind = protocol::Kind::printed;
        last.what.detail = rest;
        run.events.push_back(std::move(last));
    }
    if (!timekeeper.broken().empty()) run.error = timekeeper.broken();
    const ProcessEnd end{.too_much = too_much,
                         .wall_limited = wall_limited,
                         .over_budget = is_over_budget(),
                         .printed = output_.size()};
    run.ending = ending_of(run, timekeeper, end, limits_, program_);
    return run;
}

}  // namespace grader
