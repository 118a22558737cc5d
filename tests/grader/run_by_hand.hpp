#pragma once

#include "grader/run/kept_events.hpp"
#include "grader/timeline/timeline.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Runs written down by hand, as terse as they can be.
namespace by_hand {

using grader::Time;
using protocol::Awaited;
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

/// A scenario with these calls, of which that much is known: their inputs, and that nobody cancels them.
inline grader::Scenario calling(const std::vector<protocol::Call>& calls, std::uint64_t late_seed = 0) {
    grader::Scenario made;
    made.id = "by hand";
    made.script.calls = calls;
    made.script.late_seed = late_seed;
    for (const protocol::Call& call : calls) {
        grader::Scenario::Facts facts = call.arguments;
        facts.emplace_back("cancelled", "false");
        facts.emplace_back("cancelled_at", "0ns");
        facts.emplace_back("late", late_seed != 0 ? "true" : "false");
        facts.emplace_back("second", made.facts.empty() ? "false" : "true");
        made.facts.push_back(std::move(facts));
    }
    made.cancel_at.resize(calls.size());
    return made;
}

/// The same, and this call of it is cancelled so long after its begin.
inline grader::Scenario cancelling(grader::Scenario scenario, std::size_t call, Time after) {
    for (auto& [name, value] : scenario.facts.at(call)) {
        if (name == "cancelled") value = "true";
        if (name == "cancelled_at") value = std::to_string(after.count()) + "ns";
    }
    scenario.cancel_at.at(call) = after;
    return scenario;
}

/// One run of one scenario, told event by event. Whoever does something is a number: its task and its
/// coroutine, called "work1", "work2"…, and its line is ten times the number.
class Tale {
public:
    Tale() : Tale(calling({{"f", {}}})) {}
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
    Tale& returns() { return ends(protocol::Completion::returned); }
    Tale& raises(const std::string& error = "oops") {
        run_.ending = grader::Ending::raised;
        run_.error = error;
        return ends(protocol::Completion::raised, error);
    }
    Tale& lets_cancellation_through() { return ends(protocol::Completion::cancelled); }
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
        told.completion = protocol::Completion::cancelled;
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
    Tale& takes_slot(std::uint32_t who) { return does(who, Kind::semaphore_acquired); }
    Tale& gives_slot_back(std::uint32_t who) { return does(who, Kind::semaphore_released); }
    /// A timeout of this number, which is known by it from then on.
    Tale& arms(std::uint32_t who, std::uint64_t number, Time length) {
        return add(about(number, by(who, Kind::timeout_armed, length)));
    }
    Tale& timeout_expires(std::uint32_t who, std::uint64_t number) {
        return add(about(number, by(who, Kind::timeout_expired)));
    }
    Tale& disarms(std::uint32_t who, std::uint64_t number) {
        return add(about(number, by(who, Kind::timeout_disarmed)));
    }
    Tale& awaits(std::uint32_t who, Awaited what) { return add(awaiting(what, by(who, Kind::wait_began))); }
    Tale& has_what_it_awaited(std::uint32_t who, Awaited what) {
        return add(awaiting(what, by(who, Kind::wait_ended)));
    }
    Tale& awaits_no_longer(std::uint32_t who, Awaited what) {
        Record told = awaiting(what, by(who, Kind::wait_ended));
        told.completion = protocol::Completion::cancelled;
        return add(told);
    }
    /// Any event.
    Tale& tells(const Record& told) { return add(told); }
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
    Tale& waits_for_ever(std::uint32_t who, const std::string& what, Awaited kind = Awaited::other) {
        run_.ending = grader::Ending::deadlocked;
        Record told = awaiting(kind, by(who, Kind::deadlocked));
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
    /// The same, with a timer that is so much late.
    Tale& sleeps_late(std::uint32_t who, Time length, Time late) {
        return sleeps(who, length).at(now_ + length + late).wakes(who);
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
    static Record about(std::uint64_t subject, Record told) {
        told.subject = subject;
        return told;
    }
    static Record awaiting(Awaited what, Record told) {
        told.awaited = what;
        return told;
    }
    Tale& ends(protocol::Completion completion, const std::string& error = {}) {
        Record told = record(Kind::call_ended, {}, 0);
        told.completion = completion;
        told.detail = error;
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
