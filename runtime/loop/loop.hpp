#pragma once

#include "runtime/clock.hpp"
#include "runtime/errors.hpp"
#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/timer_heap.hpp"
#include "runtime/observer.hpp"
#include "runtime/schedule.hpp"

#include <cstdint>
#include <memory>
#include <string>

struct uv_loop_s;

namespace aio::detail {

class Outside;

/// One run(): its ready queue, its timers, its tasks, its clock. One at a time in a thread.
class Loop {
public:
    Loop(Clock& clock, Observer* observer);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    static Loop& current() {  ///< Throws RuntimeError outside run().
        if (current_ == nullptr) throw_no_loop();
        return *current_;
    }
    static Loop* current_or_null() noexcept { return current_; }

    /// Runs turns until `main` has ended; throws DeadlockError when nothing can ever end it.
    void run_until_done(TaskState& main);

    /// Cancels every task that is left and runs them to their end, as asyncio.run() does.
    void cancel_leftovers();

    /// Takes as many more turns as asyncio.run(): tasks and callbacks that are ready then still run.
    void run_last_turns();

    Duration now() const { return clock_.now(); }
    /// For the task being stepped.
    Duration read_clock() { return clock_.read(); }
    TimerHeap& timers() noexcept { return timers_; }
    /// Arms a timer `length` from now; if the deadline is too late for the clock, the timer never fires.
    void arm(Timer& timer, Duration length);
    void make_ready(Runnable& runnable) noexcept { ready_->push(runnable); }
    void make_ready(TaskState& task) noexcept {
        if (!task.linked()) ready_->push(task);
    }

    // The three steps of a wait. Waiter's functions call them. Code that already has the loop calls them
    // here.

    /// The task being stepped waits on `waiter` from now on. `line`: of the co_await.
    void wait_on(Waiter& waiter, std::uint32_t line) noexcept {
        waiter.task_ = task_;
        waiter.state_ = Waiter::State::pending;
        task_->waiting_ = &waiter;
        frame_->line = line;
    }
    void wake(Waiter& waiter) noexcept {
        if (waiter.state_ != Waiter::State::pending) return;
        waiter.state_ = Waiter::State::woken;
        make_ready(*waiter.task_);
    }
    static bool take_cancel(Waiter& waiter) noexcept {
        if (waiter.task_ == nullptr) return false;  // it never had to wait
        const bool thrown = waiter.task_->take_cancel() || waiter.state_ == Waiter::State::cancelled;
        waiter.task_->waiting_ = nullptr;
        waiter.task_ = nullptr;
        waiter.state_ = Waiter::State::idle;
        return thrown;
    }

    /// The task being stepped lets all others run: it is ready, and waits for nothing. Returns that task.
    TaskState& yield(std::uint32_t line) noexcept {
        ready_->push(*task_);
        frame_->line = line;
        return observed() ? tell_yielded(line) : *task_;
    }

    /// Something outside (a process, a pipe, a thread) may wake a task: there is no deadlock, and virtual
    /// time flows.
    void outside_began() noexcept { ++outside_pending_; }
    void outside_ended() noexcept { --outside_pending_; }
    uv_loop_s* uv();

    /// Steps that take longer than this in real time are reported. Call it before anything runs.
    void report_slower_than(Duration length) noexcept {
        slow_step_ = length;
        in_order_ = in_order_ && length <= Duration::zero();
    }

    /// Sets the schedule, which decides which of the tasks that are ready in a turn runs next. Call it before
    /// anything runs.
    void let_choose(Schedule& schedule) noexcept {
        schedule_ = &schedule;
        in_order_ = false;
    }

    bool observed() const noexcept { return observer_ != nullptr; }
    /// Tells the observer, if there is one. Fills in the time, and the task and coroutine being stepped.
    [[gnu::cold]] void tell(ObservedEvent event) noexcept;

    TaskState* current_task() const noexcept { return task_; }
    Frame* current_frame() const noexcept { return task_ != nullptr ? frame_ : nullptr; }
    TaskState* first_task() const noexcept { return first_task_; }

    std::uint32_t next_task_id() noexcept { return ++tasks_created_; }
    std::uint32_t next_coroutine_id() noexcept { return ++coroutines_begun_; }
    std::uint64_t next_subject() noexcept { return ++subjects_; }
    std::uint32_t next_cancel_round() noexcept { return ++cancel_rounds_; }
    std::uint64_t next_callback_number() noexcept { return ++callbacks_added_; }

private:
    friend class TaskState;
    friend class Frame;
    friend bool await_child(Frame& child, std::uint32_t line) noexcept;

    // The frame being stepped begins another frame; an ended frame returns to its awaiter. Rare cases are in
    // functions of their own, so that the common path stays short.
    bool step_into(Frame& child) noexcept;  ///< Whether `child` has ended already.
    [[gnu::noinline]] bool step_later(Frame& child) noexcept;
    [[gnu::noinline]] bool tell_and_step_into(Frame& child, std::uint32_t line) noexcept;
    void hand_back() noexcept { frame_ = next_frame_ = frame_->awaiter; }
    [[gnu::noinline]] void tell_and_hand_back() noexcept;
    [[gnu::cold]] TaskState& tell_yielded(std::uint32_t line) noexcept;
    ReadyQueue& begin_turn();  ///< what is to run in it
    [[gnu::cold]] void step_by_schedule();
    void step(Runnable& runnable);
    class Stop;
    class StopAfter;
    class StopAfterAll;
    void run_until(const Stop& stop);
    void drop_ready() noexcept;
    void idle();
    [[noreturn]] void throw_deadlock();
    void add_task(TaskState& task) noexcept {
        task.previous_of_all_ = last_task_;
        (last_task_ != nullptr ? last_task_->next_of_all_ : first_task_) = &task;
        last_task_ = &task;
    }
    void remove_task(TaskState& task) noexcept {
        (task.previous_of_all_ != nullptr ? task.previous_of_all_->next_of_all_ : first_task_) =
            task.next_of_all_;
        (task.next_of_all_ != nullptr ? task.next_of_all_->previous_of_all_ : last_task_) =
            task.previous_of_all_;
        task.previous_of_all_ = task.next_of_all_ = nullptr;
    }

    // initial-exec: found with one load, where the usual model of a library would call a function.
    [[gnu::tls_model("initial-exec")]] static thread_local constinit Loop* current_;
    [[noreturn]] static void throw_no_loop();

    Clock& clock_;
    Observer* observer_;
    ReadyQueue queues_[2];
    ReadyQueue* ready_ = &queues_[0];  // what the next turn runs
    ReadyQueue* turn_ = &queues_[1];   // what this turn still has to run
    TimerHeap timers_;
    TaskState* task_ = nullptr;    // being stepped
    Frame* frame_ = nullptr;       // being stepped; between two steps it is out of date
    int depth_ = 0;                // frames that were begun inside another one's step
    Frame* next_frame_ = nullptr;  // to be stepped when this one has returned: no frame resumes another
    TaskState* first_task_ = nullptr;
    TaskState* last_task_ = nullptr;
    int outside_pending_ = 0;
    bool in_order_ = true;  // first come, first served, and steps are not timed
    Duration slow_step_{};  // zero: steps are not timed
    Schedule* schedule_ = nullptr;
    std::uint32_t tasks_created_ = 0;
    std::uint32_t coroutines_begun_ = 0;
    std::uint32_t cancel_rounds_ = 0;
    std::uint64_t subjects_ = 0;
    std::uint64_t callbacks_added_ = 0;
    std::unique_ptr<Outside> outside_;
};

}  // namespace aio::detail
