#include "grader/child/submission_threads.hpp"

#include "grader/child/system_call.hpp"
#include "grader/child/trapped_waits.hpp"

#include <linux/futex.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <utility>

namespace child {

namespace {

/// Held only for moments. Not a std::mutex: its functions are replaced, and would call this code again.
class Lock {
public:
    explicit Lock(std::atomic_flag& flag) : flag_(flag) {
        while (flag_.test_and_set(std::memory_order_acquire)) system_call(SYS_sched_yield);
    }
    ~Lock() { flag_.clear(std::memory_order_release); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    std::atomic_flag& flag_;
};

/// The moment at which a sleeping thread wakes, and its place among those of the same moment.
using Place = std::pair<Nanoseconds, std::uint64_t>;

/// The threads that rest for one thing; those that were called up count as running already.
struct RestingThreads {
    int threads = 0;
    int called_up = 0;
};

struct Board {
    std::atomic_flag lock;
    std::map<const void*, RestingThreads> resting;
    std::map<const void*, SubmissionThreads::Notices> notices;
    std::map<Place, std::atomic<std::uint32_t>*> sleepers;  // with the word that each waits for
    std::uint64_t sleeps = 0;
    std::map<unsigned long, bool> has_ended;  // by thread: its function has returned
};

// Never destroyed: threads may outlive everything.
Board& board() {
    static auto* const made = new Board;
    return *made;
}

constexpr timespec millisecond{0, 1'000'000};

constexpr timespec real_patience{3, 0};  // then a thread goes on all the same

}  // namespace

SubmissionThreads& submission_threads() {
    static auto* const made = new SubmissionThreads;
    return *made;
}

void SubmissionThreads::ended() {
    if (--running_ == 0) system_call(SYS_futex, address(&running_), FUTEX_WAKE, 1);
}

void SubmissionThreads::rests(const void* what) {
    if (what != nullptr) {
        Board& here = board();
        const Lock lock(here.lock);
        ++here.resting[what].threads;
    }
    ++resting_;
    ended();
}

void SubmissionThreads::has_rested(const void* what) {
    bool counts_already = false;
    if (what != nullptr) {
        Board& here = board();
        const Lock lock(here.lock);
        const auto known = here.resting.find(what);
        counts_already = known->second.called_up > 0;
        if (counts_already) --known->second.called_up;
        if (--known->second.threads == 0) here.resting.erase(known);
    }
    if (!counts_already) started();
    --resting_;
}

void SubmissionThreads::calls_up(const void* what, int count) {
    Board& here = board();
    const Lock lock(here.lock);
    const auto known = here.resting.find(what);
    if (known == here.resting.end()) return;
    const int called = std::min(count, known->second.threads - known->second.called_up);
    known->second.called_up += called;
    running_ += called;
}

void SubmissionThreads::thread_began(unsigned long thread) {
    Board& here = board();
    const Lock lock(here.lock);
    here.has_ended[thread] = false;
}

void SubmissionThreads::thread_ended(unsigned long thread) {
    {
        Board& here = board();
        const Lock lock(here.lock);
        here.has_ended[thread] = true;
    }
    ended();
}

std::optional<bool> SubmissionThreads::has_ended(unsigned long thread) const {
    Board& here = board();
    const Lock lock(here.lock);
    const auto known = here.has_ended.find(thread);
    return known == here.has_ended.end() ? std::nullopt : std::optional(known->second);
}

void SubmissionThreads::wait_a_millisecond() { waiting_call(SYS_nanosleep, address(&millisecond)); }

void SubmissionThreads::let_run() {
    constexpr int most_milliseconds = 3'000;
    for (int running = running_; running > 0 && milliseconds_waited_ < most_milliseconds;
         running = running_) {
        const long ended =
            waiting_call(SYS_futex, address(&running_), FUTEX_WAIT, running, address(&millisecond));
        if (ended == -ETIMEDOUT) ++milliseconds_waited_;
    }
}

bool SubmissionThreads::wake_next(Nanoseconds up_to) {
    Board& here = board();
    const Lock lock(here.lock);
    const auto next = here.sleepers.begin();
    if (next == here.sleepers.end() || next->first.first > up_to) return false;
    woken_at_ = next->first.first;
    started();
    next->second->store(1);
    system_call(SYS_futex, address(next->second), FUTEX_WAKE, 1);
    here.sleepers.erase(next);
    return true;
}

void SubmissionThreads::wake_all(Nanoseconds up_to) {
    while (wake_next(up_to)) let_run();
}

void SubmissionThreads::sleep_until(Nanoseconds moment) {
    Board& here = board();
    std::atomic<std::uint32_t> go_on = 0;
    Place place;
    {
        const Lock lock(here.lock);
        place = {moment, here.sleeps++};
        here.sleepers.emplace(place, &go_on);
    }
    ended();
    while (go_on == 0 &&
           waiting_call(SYS_futex, address(&go_on), FUTEX_WAIT, 0, address(&real_patience)) == 0) {
    }
    const Lock lock(here.lock);
    if (go_on != 0) return;
    here.sleepers.erase(place);
    started();
}

void SubmissionThreads::notify(const void* address) {
    const Nanoseconds now = virtual_now();
    Board& here = board();
    const Lock lock(here.lock);
    Notices& notices = here.notices[address];
    ++notices.count;
    notices.last = now;
}

SubmissionThreads::Notices SubmissionThreads::notices(const void* address) const {
    Board& here = board();
    const Lock lock(here.lock);
    const auto known = here.notices.find(address);
    return known == here.notices.end() ? Notices{} : known->second;
}

}  // namespace child
