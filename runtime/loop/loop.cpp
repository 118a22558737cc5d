#include "runtime/loop/loop.hpp"

#include "runtime/loop/outside.hpp"
#include "runtime/loop/slow_step.hpp"

#include <array>
#include <utility>
#include <vector>

namespace aio {

Duration now() { return detail::Loop::current().read_clock(); }

namespace detail {

thread_local constinit Loop* Loop::current_ = nullptr;

Loop::Loop(Clock& clock, Observer* observer) : clock_(clock), observer_(observer) {
    if (current_ != nullptr) {
        throw RuntimeError(
            "run() inside run(): this thread has a loop already; co_await the coroutine instead");
    }
    current_ = this;
    clock_.start();
}

Loop::~Loop() {
    drop_ready();
    observer_ = nullptr;  // the frames that are destroyed now were reported before
    // The youngest first: a task may hold references into the frame that created it.
    while (last_task_ != nullptr) last_task_->tear_down();
    drop_ready();  // a callback that dies may have added another
    outside_.reset();
    current_ = nullptr;
}

void Loop::throw_no_loop() {
    throw RuntimeError("no loop is running: call this inside a coroutine that aio::run() runs");
}

void Loop::drop_ready() noexcept {
    for (ReadyQueue* queue : {turn_, ready_}) {
        while (!queue->empty()) queue->pop().dropped();
    }
}

/// Stops the loop at the end of the turn in which it is run.
class Loop::Stop : public Runnable {
public:
    bool stopped() const { return stopped_; }
    void run() override { stopped_ = true; }

protected:
    Stop() = default;
    ~Stop() = default;

private:
    bool stopped_ = false;
};

/// Stops the loop at the end of the turn after a task's end, as asyncio's run_until_complete() does.
class Loop::StopAfter final : public Stop, public DoneCallback {
public:
    explicit StopAfter(TaskState& task) {
        if (task.done()) {
            run();
        } else {
            task.add_done_callback(*this);
        }
    }
    void task_done() noexcept override { Loop::current_or_null()->make_ready(*this); }
};

/// That turn is the second one after the end of the last of them: asyncio.run() waits for what it has
/// cancelled with a gather. Requires: none of them has ended.
class Loop::StopAfterAll final : public Stop {
public:
    explicit StopAfterAll(const std::vector<Reference<TaskState>>& tasks)
        : pending_(tasks.size()), children_(tasks.size()) {
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            children_[i].all = this;
            tasks[i]->add_done_callback(children_[i]);
        }
    }

private:
    struct Child final : Runnable, DoneCallback {
        void task_done() noexcept override { Loop::current_or_null()->make_ready(*this); }
        void run() override {
            if (--all->pending_ == 0) Loop::current_or_null()->make_ready(*all);
        }
        StopAfterAll* all = nullptr;
    };

    std::size_t pending_;
    std::vector<Child> children_;
};

TaskState& Loop::tell_yielded(std::uint32_t line) noexcept {
    tell({.kind = EventKind::yielded, .line = line, .length = Duration::zero()});
    return *task_;
}

[[gnu::always_inline]] inline ReadyQueue& Loop::begin_turn() {
    if (ready_->empty()) [[unlikely]]
        idle();
    if (outside_pending_ > 0) outside_->poll();
    if (!timers_.empty()) timers_.pop_due(now(), *ready_);
    std::swap(ready_, turn_);
    return *turn_;
}

// A schedule chooses only among tasks. A callback of the loop itself runs in its usual place, because a
// schedule cannot know what it is.
void Loop::step_by_schedule() {
    std::array<Runnable*, Schedule::most_offered> tasks;
    std::array<std::uint32_t, Schedule::most_offered> ids;
    while (!turn_->empty()) {
        std::size_t offered = 0;
        if (schedule_ != nullptr && turn_->first().stepped() != nullptr) {
            for (Runnable* next = &turn_->first(); next != nullptr && offered < tasks.size();
                 next = turn_->after(*next)) {
                const TaskState* task = next->stepped();
                if (task == nullptr) continue;
                tasks[offered] = next;
                ids[offered++] = task->id();
            }
        }
        const std::size_t chosen = offered > 1 ? schedule_->choose({ids.data(), offered}) : 0;
        if (chosen > 0) {
            tasks[chosen]->unlink();
            step(*tasks[chosen]);
        } else {
            step(turn_->pop());
        }
    }
}

void Loop::step(Runnable& runnable) {
    if (slow_step_ > Duration::zero()) {
        run_watched(runnable, slow_step_);
    } else {
        runnable.run();
    }
}

// Inline, so that `stop` is on the caller's stack: the check costs one instruction a turn.
[[gnu::always_inline]] inline void Loop::run_until(const Stop& stop) {
    // Two loops, so that a run without schedule and timing pays nothing for them.
    if (in_order_) {
        while (!stop.stopped()) {
            ReadyQueue& turn = begin_turn();
            while (!turn.empty()) turn.pop().run();
        }
    }
    while (!stop.stopped()) {
        begin_turn();
        step_by_schedule();
    }
}

void Loop::run_until_done(TaskState& main) {
    const StopAfter stop(main);
    run_until(stop);
}

void Loop::cancel_leftovers() {
    std::vector<Reference<TaskState>> leftovers;
    for (TaskState* task = first_task_; task != nullptr; task = task->next_of_all())
        leftovers.emplace_back(task);
    for (const auto& task : leftovers) {
        tell({.kind = EventKind::task_left_behind, .subject = task->id()});
        task->cancel();
    }
    if (!leftovers.empty()) run_until(StopAfterAll(leftovers));
}

void Loop::run_last_turns() {
    // Two for each of the loop's shutdown_asyncgens() and shutdown_default_executor().
    for (int turn = 0; turn < 4 && !ready_->empty(); ++turn) {
        begin_turn();
        step_by_schedule();
    }
}

void Loop::idle() {
    std::optional<Duration> next;
    if (!timers_.empty()) next = timers_.next_deadline();
    if (outside_pending_ == 0) {
        if (clock_.is_virtual()) {
            if (!clock_.jump(next)) throw_deadlock();
            return;
        }
        if (!next) throw_deadlock();
    }
    if (clock_.is_virtual()) clock_.before_waiting();
    const std::uint64_t before = uv_hrtime();
    uv();
    outside_->wait(next ? std::optional(*next - now()) : std::nullopt);
    // Virtual time flows only so that timers can fire. If no timer is set, it does not move: no task can see
    // the difference, and the rest of the run does not depend on how long a thread or a process really took.
    if (next) clock_.flow(Duration(static_cast<std::int64_t>(uv_hrtime() - before)));
}

void Loop::arm(Timer& timer, Duration length) {
    const auto later = [](Duration moment, Duration by) {
        return by > Duration::max() - moment ? Duration::max() : moment + by;
    };
    timers_.push(timer, later(later(now(), length), clock_.lateness()));
}

uv_loop_s* Loop::uv() {
    if (!outside_) outside_ = std::make_unique<Outside>();
    return outside_->uv();
}

void Loop::tell(ObservedEvent event) noexcept {
    if (observer_ == nullptr) return;
    event.at = now();
    if (task_ != nullptr) event.task_id = task_->id();
    if (const Frame* frame = current_frame()) {
        event.coroutine_id = frame->id;
        event.coroutine = frame->name;
        event.file = frame->file;
    }
    try {
        observer_->on(event);
    } catch (...) {
        observer_ = nullptr;  // a watcher's mistake never changes the run
    }
}

void Loop::throw_deadlock() {
    std::vector<Waiting> waiting;
    for (TaskState* task = first_task_; task != nullptr; task = task->next_of_all()) {
        const Frame* frame = task->innermost();
        const Waiter* waiter = task->waiting();
        Awaiting awaiting{Awaited::other, "something that is not aio's"};
        if (waiter != nullptr) awaiting = waiter->awaiting();
        tell({.kind = EventKind::deadlocked,
              .task_id = task->id(),
              .coroutine_id = frame->id,
              .coroutine = frame->name,
              .file = frame->file,
              .line = frame->line,
              .subject = task->id(),
              .detail = awaiting.what.c_str(),
              .awaited = awaiting.kind});
        if (awaiting.kind == Awaited::task) awaiting.what.insert(0, "the task ");
        waiting.push_back(Waiting{frame->name, std::move(awaiting.what), frame->file, frame->line});
    }
    throw DeadlockError(std::move(waiting));
}

}  // namespace detail

}  // namespace aio
