#include "grader/run/timekeeper.hpp"

#include <algorithm>

namespace grader {

using protocol::Completion;
using protocol::Kind;

Timekeeper::Timekeeper(const Scenario& scenario, const Limits& limits, const std::vector<std::uint8_t>& usual)
    : Timekeeper(scenario, limits, usual, limits.kept_bytes) {}

Timekeeper::Timekeeper(const Scenario& scenario, const Limits& limits, const std::vector<std::uint8_t>& usual,
                       std::size_t room)
    : scenario_(scenario),
      most_events_(limits.events),
      most_bytes_(limits.told_bytes),
      choices_(scenario.script.order, usual),
      events_(room) {}

std::optional<protocol::Answer> Timekeeper::take(const protocol::Record& record) {
    if (finished_ || !broken_.empty()) {
        break_protocol("it sent records after the end");
        return std::nullopt;
    }
    if (too_much()) return std::nullopt;
    told_bytes_ += record.name.size() + record.detail.size() + bytes_of_places(record);
    if (record.length_ns < 0 && record.kind != Kind::timeout_armed)
        break_protocol("a negative length of time");
    events_.add(now_, record);
    if (std::string problem = choices_.take(record); !problem.empty()) break_protocol(std::move(problem));
    const Time length(record.length_ns);
    switch (record.kind) {
        case Kind::sleep_began:
            arm({Kind::sleep_began, record.coroutine_id}, record);
            break;
        case Kind::sleep_ended:
            end({Kind::sleep_began, record.coroutine_id}, record.completion == Completion::returned);
            break;
        case Kind::timeout_armed:
            arm({Kind::timeout_armed, record.subject}, record);
            break;
        case Kind::timeout_expired:
            end({Kind::timeout_armed, record.subject}, true);
            break;
        case Kind::timeout_disarmed:
            end({Kind::timeout_armed, record.subject}, false);
            break;
        case Kind::blocked:
            block(length);
            break;
        case Kind::call_began:
            begin_call();
            break;
        case Kind::call_ended:
            end_call(record.completion);
            break;
        case Kind::stuck:
            deadlocked_ = true;
            break;
        case Kind::finished:
            finish();
            break;
        case Kind::asks:
            return answer(record);
        default:
            break;
    }
    return std::nullopt;
}

// Limits the length so that the time does not overflow; the event gets the limited length, too.
void Timekeeper::block(Time length) {
    const Time within = std::clamp(length, Time::zero(), Time::max() - now_);
    events_.last().what.length_ns = within.count();
    now_ += within;
}

void Timekeeper::arm(TimerId id, const protocol::Record& record) {
    Time deadline = now_;  // where a timeout of zero or less fires, without a timer
    if (record.length_ns > 0) {
        const Time length(record.length_ns);
        const Time late(protocol::lateness_ns(scenario_.script.late_seed, armed_, record.task_id));
        const Time from = late > Time::max() - now_ ? Time::max() : now_ + late;
        deadline = length > Time::max() - from ? Time::max() : from + length;
        ++armed_;
    }
    const Due due{deadline, order_++};
    if (!due_.emplace(id, due).second) break_protocol("one coroutine in two sleeps at once");
    timers_.emplace(due, Armed{id, record.task_id});
}

void Timekeeper::end(TimerId id, bool fired) {
    const auto known = due_.find(id);
    if (known == due_.end()) {
        break_protocol("the end of a wait that never began");
        return;
    }
    if (fired && known->second.deadline > now_) break_protocol("a timer that fired before its time");
    timers_.erase(known->second);
    due_.erase(known);
}

void Timekeeper::begin_call() {
    if (calling_ || calls_ == scenario_.script.calls.size()) break_protocol("a call that was not asked for");
    if (scenario_.is_cancelled(calls_)) cancel_at_ = now_ + *scenario_.cancel_at[calls_];
    calling_ = true;
    ++calls_;
}

void Timekeeper::end_call(Completion completion) {
    if (!calling_) break_protocol("the end of a call that never began");
    calling_ = false;
    cancel_at_.reset();
    raised_ = raised_ || completion == Completion::raised;
}

void Timekeeper::finish() {
    const bool gave_up = calls_ > 0 && (raised_ || deadlocked_);
    if (!gave_up && (calling_ || calls_ < scenario_.script.calls.size())) {
        break_protocol("an end before the calls were made");
    }
    if (std::string problem = choices_.end(); !problem.empty()) break_protocol(std::move(problem));
    finished_ = true;
}

std::vector<std::uint32_t> Timekeeper::sleepers(Time moment) const {
    std::vector<std::uint32_t> tasks;
    for (auto timer = timers_.begin(); timer != timers_.end() && timer->first.deadline <= moment; ++timer) {
        if (timer->second.id.first != Kind::sleep_began || timer->second.task == 0) return {};
        tasks.push_back(timer->second.task);
    }
    std::vector<std::uint32_t> once = tasks;
    std::ranges::sort(once);
    if (std::ranges::adjacent_find(once) != once.end()) return {};
    return tasks;
}

protocol::Answer Timekeeper::answer(const protocol::Record& question) {
    ++questions_;
    if (Time(question.length_ns) != now_) break_protocol("its time differs from the grader's time");
    if (must_fire_up_to_ && !timers_.empty() && timers_.begin()->first.deadline <= *must_fire_up_to_) {
        break_protocol("a timer that did not fire when its time had come");
    }
    if (std::string problem = choices_.settle(); !problem.empty()) break_protocol(std::move(problem));
    protocol::Answer reply;
    if (!broken_.empty()) return reply;
    const std::optional<Time> next =
        timers_.empty() ? std::nullopt : std::optional(timers_.begin()->first.deadline);
    if (cancel_at_ && (!next || *cancel_at_ <= *next)) {
        reply.cancel = true;
        now_ = std::max(now_, *cancel_at_);
        cancel_at_.reset();
    } else if (!next) {
        deadlocked_ = true;
        reply.nothing = true;
    } else {
        now_ = std::max(now_, *next);
        must_fire_up_to_ = now_;
        choices_.expect_turn(sleepers(now_));
    }
    reply.now_ns = now_.count();
    return reply;
}

void Timekeeper::break_protocol(std::string how) {
    if (broken_.empty()) broken_ = std::move(how);
}

}  // namespace grader
