#pragma once

#include "grader/timekeeper/kept_events.hpp"
#include "grader/timeline/timeline.hpp"

#include <chrono>
#include <string>
#include <utility>

/// Runs written down by hand, as terse as they can be.
namespace by_hand {

using grader::Time;
using protocol::Kind;
using protocol::Record;
using namespace std::chrono_literals;

inline Record record(Kind kind, Time length = Time::zero(), std::uint32_t coroutine = 1) {
    Record made;
    made.kind = kind;
    made.length_ns = length.count();
    made.coroutine_id = coroutine;
    return made;
}

/// One run of one scenario, told event by event. Whoever does something is a number: its task and its
/// coroutine, called "work1", "work2"…, and its line is ten times the number.
class Tale {
public:
    Tale() { scenario_.id = "by hand"; }
    explicit Tale(grader::Scenario scenario) : scenario_(std::move(scenario)) {}
    /// Its events are kept there, and not in its run.
    Tale(grader::Scenario scenario, grader::KeptEvents& kept)
        : scenario_(std::move(scenario)), kept_(&kept) {}
    Tale(const Tale&) = delete;
    Tale& operator=(const Tale&) = delete;

    /// What follows happens at this moment.
    Tale& at(Time moment) {
        now_ = moment;
        return *this;
    }
    Tale& call(const std::string& function) {
        Record told = record(Kind::call_began, {}, 0);
        told.detail = function;
        return add(told);
    }
    Tale& returns() { return ends(protocol::Outcome::returned); }
    Tale& raises(const std::string& error = "oops") {
        run_.ending = grader::Ending::raised;
        run_.error = error;
        return ends(protocol::Outcome::raised);
    }
    Tale& lets_cancellation_through() { return ends(protocol::Outcome::cancelled); }
    Tale& result(const std::string& name, const std::string& value) {
        Record told = record(Kind::result, {}, 0);
        told.name = name;
        told.detail = value;
        return add(told);
    }
    Tale& sleeps(std::uint32_t who, Time length) { return add(by(who, Kind::sleep_began, length)); }
    Tale& wakes(std::uint32_t who) { return add(by(who, Kind::sleep_ended)); }
    Tale& is_cancelled(std::uint32_t who) {
        Record told = by(who, Kind::sleep_ended);
        told.outcome = protocol::Outcome::cancelled;
        return add(told);
    }
    /// Holds up the loop; the time moves on.
    Tale& blocks(std::uint32_t who, Time length) {
        Record told = by(who, Kind::blocked, length);
        told.detail = "sleep";
        add(told);
        now_ += length;
        return *this;
    }
    Tale& prints(std::uint32_t who, const std::string& text) {
        add(by(who, Kind::printed));
        if (kept_ != nullptr) {
            kept_->printed(text);
        } else {
            run_.events.back().what.detail = text;
        }
        return *this;
    }
    Tale& gives_slot_back(std::uint32_t who) { return does(who, Kind::semaphore_released); }
    /// Any other event of that kind.
    Tale& does(std::uint32_t who, Kind kind) { return add(by(who, kind)); }
    /// A task for a coroutine of that name; the task's number is `task`.
    Tale& starts_task(std::uint32_t who, const std::string& name, std::uint64_t task) {
        Record told = by(who, Kind::task_created);
        told.detail = name;
        told.subject = task;
        return add(told);
    }
    Tale& leaves_task(std::uint64_t task) {
        Record told = record(Kind::task_left_behind, {}, 0);
        told.subject = task;
        return add(told);
    }
    Tale& never_awaits(const std::string& name, std::uint32_t line) {
        Record told = record(Kind::never_awaited, {}, 0);
        told.detail = name;
        told.line = line;
        return add(told);
    }
    /// At the end of it all, `who` still waits for this.
    Tale& waits_for_ever(std::uint32_t who, const std::string& what) {
        run_.ending = grader::Ending::deadlocked;
        Record told = by(who, Kind::deadlocked);
        told.detail = what;
        return add(told);
    }
    Tale& leaves_a_task() { return add(record(Kind::task_left_behind, {}, 0)); }
    /// Somebody of the grader's own sleeps, not of the submission's.
    Tale& driver_sleeps(std::uint32_t who, Time length) {
        Record told = by(who, Kind::sleep_began, length);
        told.students = false;
        return add(told);
    }
    /// A whole sleep of who has nothing else to do meanwhile; the time moves on.
    Tale& sleeps_through(std::uint32_t who, Time length) {
        return sleeps(who, length).at(now_ + length).wakes(who);
    }
    Tale& ending(grader::Ending how) {
        run_.ending = how;
        return *this;
    }

    Time now() const { return now_; }
    const grader::Scenario& scenario() const { return scenario_; }
    const grader::Run& run() {
        run_.duration = now_;
        return run_;
    }
    /// It looks into this tale, and must not outlive it.
    grader::Timeline timeline() { return grader::Timeline(scenario_, run()); }

private:
    Record by(std::uint32_t who, Kind kind, Time length = Time::zero()) {
        Record told = record(kind, length, who);
        told.task_id = who;
        told.name = "work" + std::to_string(who);
        told.line = who * 10;
        told.students = true;
        return told;
    }
    Tale& ends(protocol::Outcome outcome) {
        Record told = record(Kind::call_ended, {}, 0);
        told.outcome = outcome;
        return add(told);
    }
    Tale& add(const Record& told) {
        if (kept_ == nullptr) {
            run_.events.push_back(grader::Event{now_, grader::told(told)});
        } else if (!kept_->full()) {
            kept_->add(now_, told);
        }
        return *this;
    }

    grader::Scenario scenario_;
    grader::Run run_;
    grader::KeptEvents* kept_ = nullptr;
    Time now_{};
};

}  // namespace by_hand
