#include "grader/run/choices.hpp"

#include <algorithm>

namespace grader {

using protocol::Kind;
using protocol::Pick;
using protocol::Record;

namespace {

// As aio::Schedule has it.
constexpr std::size_t most_offered = 32;

/// These records may end a step. Tasks that are created after them may be ready in a later turn.
bool may_end_a_step(Kind kind) {
    return kind == Kind::sleep_began || kind == Kind::yielded || kind == Kind::wait_began ||
           kind == Kind::semaphore_wait_began || kind == Kind::task_ended;
}

/// Told by the loop's thread about the task being stepped.
bool is_of_a_step(const Record& record) {
    return record.task_id != 0 && protocol::type_of(record.kind).scope == protocol::Scope::step;
}

}  // namespace

Choices::Choices(const protocol::Order& order, const std::vector<std::uint8_t>& usual) : order_(order) {
    if (order.empty()) return;
    const std::size_t known = std::min<std::size_t>(usual.size(), std::size_t{order.front().choice} + 1);
    promised_.assign(usual.begin(), usual.begin() + static_cast<std::ptrdiff_t>(known));
}

std::string Choices::take(const Record& record) {
    switch (record.kind) {
        case Kind::offered: return offer(record.detail);
        case Kind::overtook: return overtake(record);
        case Kind::thread_started:
            // From here on, the tasks that are ready at one moment may differ from run to run.
            promised_.resize(std::min(promised_.size(), told_));
            break;
        default: break;
    }
    std::string problem = step(record);
    create(record);
    await(record);
    return problem;
}

std::string Choices::offer(const std::string& widths) {
    for (const char raw : widths) {
        const auto width = static_cast<std::uint8_t>(raw);
        const std::size_t choice = told_++;
        if (width < 2 || width > most_offered) return "an impossible number of tasks to choose among";
        if (choice < promised_.size() && width != promised_[choice]) {
            return "the choices differ from the usual order before the first departure";
        }
        if (choice >= turn_begins_ && choice + 1 < turn_begins_ + turn_size_) {
            const std::size_t ready = turn_size_ - (choice - turn_begins_);
            if (width != std::min(ready, most_offered))
                return "a choice that does not offer the tasks that are ready";
        }
        if (offered_.size() < most_kept) offered_.push_back(width);
    }
    for (; next_pick_ < order_.size() && order_[next_pick_].choice < told_; ++next_pick_) {
        if (order_[next_pick_].index > 0) ++departures_due_;
    }
    return {};
}

std::string Choices::overtake(const Record& record) {
    ++overtakings_;
    next_task_ = between_steps_.contains(record.task_id) ? 0 : record.task_id;
    if (turn_.empty()) return {};
    Step& next = turn_.front();
    if (next.overtook || next.overtaken == 0 || record.subject != next.task ||
        record.count != std::int64_t{next.overtaken}) {
        return "the wrong task ran next";
    }
    next.overtook = true;
    return {};
}

std::string Choices::step(const Record& record) {
    if (!is_of_a_step(record)) return {};
    if (next_task_ != 0 && record.task_id != next_task_) {
        return "a task overtook another one, but did not run next";
    }
    next_task_ = 0;
    if (record.kind == Kind::sleep_ended && !turn_.empty()) {
        const Step next = turn_.front();
        turn_.pop_front();
        if (record.task_id != next.task || next.overtook != (next.overtaken != 0)) {
            return "the tasks ran in the wrong order";
        }
    }
    if (const auto known = created_.find(record.task_id); known != created_.end()) {
        if (++stepped_[known->second] > 1) ++least_;
        created_.erase(known);
    }
    return {};
}

void Choices::create(const Record& record) {
    if (creating_ && (may_end_a_step(record.kind) || record.task_id != *creating_)) creating_.reset();
    if (record.kind != Kind::task_created) return;
    if (!creating_) {
        creating_ = record.task_id;
        stepped_.push_back(0);
    }
    created_.insert_or_assign(static_cast<std::uint32_t>(record.subject), stepped_.size() - 1);
}

void Choices::await(const Record& record) {
    if (record.kind == Kind::wait_began && aio::type_of(record.awaited).has_steps)
        between_steps_.insert(record.task_id);
    if (record.kind == Kind::wait_ended || record.kind == Kind::task_ended)
        between_steps_.erase(record.task_id);
}

std::string Choices::settle() const {
    if (told_ < least_) return "fewer choices than there were tasks to choose among";
    if (overtakings_ != departures_due_) return "the tasks did not run in the order that was sent";
    return {};
}

std::string Choices::end() const {
    if (promised_.size() > told_) return "fewer choices than in the usual order before the first departure";
    return settle();
}

std::uint32_t Choices::picked(std::size_t choice) const {
    const auto pick = std::ranges::lower_bound(order_, choice, {}, &Pick::choice);
    return pick != order_.end() && pick->choice == choice ? pick->index : 0;
}

void Choices::expect_turn(std::vector<std::uint32_t> tasks) {
    turn_.clear();
    turn_begins_ = told_;
    turn_size_ = tasks.size();
    std::deque<std::uint32_t> ready(tasks.begin(), tasks.end());
    for (std::size_t choice = told_; !ready.empty(); ++choice) {
        const std::size_t last = std::min(ready.size(), most_offered) - 1;
        const std::size_t index = std::min<std::size_t>(picked(choice), last);
        turn_.push_back({ready[index], index > 0 ? ready.front() : 0, false});
        ready.erase(ready.begin() + static_cast<std::ptrdiff_t>(index));
    }
}

}  // namespace grader
