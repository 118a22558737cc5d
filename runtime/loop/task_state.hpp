#pragma once

#include "runtime/loop/frame.hpp"
#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/waiter.hpp"
#include "runtime/observer.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace aio::detail {

class Loop;
class TaskState;

/// Is called once, in the turn in which a task ends. An intrusive list keeps the order of registration.
class DoneCallback {
public:
    DoneCallback(const DoneCallback&) = delete;
    DoneCallback& operator=(const DoneCallback&) = delete;

    /// Implementations only make something ready, so the effect comes at the next turn.
    virtual void task_done() noexcept = 0;

    /// Called if the run is over before the task has ended, or if this was removed by its number. task_done()
    /// is then never called.
    virtual void drop() noexcept {}
    /// The number by which a program may remove it; 0 for one of the runtime.
    virtual std::uint64_t number() const noexcept { return 0; }

protected:
    DoneCallback() = default;
    ~DoneCallback() {
        if (task_ != nullptr) leave_task();
    }

private:
    friend class TaskState;
    void leave_task() noexcept;
    TaskState* task_ = nullptr;
    DoneCallback* previous_ = nullptr;
    DoneCallback* next_ = nullptr;
};

/// Tasks that the current cancel() must still cancel: a list, since chains of tasks can be long.
class CancelWork {
public:
    /// The task being cancelled waits for `task`, which is cancelled in its place.
    void add(TaskState& task) { steps_.push_back({&task, from_}); }

private:
    friend class TaskState;
    struct Step {
        TaskState* task;
        // The task that waits for `task`. Or `task` itself: this marks that everything `task` waits for was
        // handled.
        TaskState* from;
    };
    std::vector<Step> steps_;
    TaskState* from_ = nullptr;
};

/// A task: its coroutine, its wait, and how it ended. Counted references, one thread.
class TaskState : public Runnable {
public:
    static void* operator new(std::size_t size);
    static void operator delete(void* memory, std::size_t size) noexcept;
    TaskState(const TaskState&) = delete;
    TaskState& operator=(const TaskState&) = delete;

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }
    bool shared() const noexcept { return references_ > 1; }

    void run() final;  ///< one step: until it suspends or ends
    TaskState* stepped() noexcept final { return this; }
    bool cancel();
    void make_ready() noexcept;

    bool done() const noexcept { return root_ == nullptr; }
    bool cancelled() const noexcept { return done() && outcome_ == Outcome::cancelled; }
    bool failed() const noexcept { return done() && outcome_ != Outcome::returned; }
    std::uint32_t id() const noexcept { return id_; }
    const std::string& name() const;  ///< "Task-7" if it was given none
    void set_name(std::string&& name) { keep_name(std::move(name)); }
    int cancel_requests() const noexcept { return cancel_requests_; }
    int uncancel() noexcept {
        if (cancel_requests_ > 0 && --cancel_requests_ == 0) must_cancel_ = false;
        return cancel_requests_;
    }

    /// Whether the step that begins must throw CancelledError; asked once.
    bool take_cancel() noexcept { return must_cancel_ && std::exchange(must_cancel_, false); }

    /// Throws the task's error, if it has one. Requires: done().
    void rethrow();
    std::exception_ptr error() noexcept;  ///< null if it returned; counts as retrieved

    void add_done_callback(DoneCallback& callback) noexcept;
    static void remove_done_callback(DoneCallback& callback) noexcept;
    bool remove_done_callback(std::uint64_t number) noexcept;  ///< Whether there was one.

    /// Destroys the frames that are left, innermost first, without running them.
    void tear_down() noexcept;

    Waiter* waiting() const noexcept { return waiting_; }
    const Frame* innermost() const noexcept { return leaf_; }
    TaskState* next_of_all() const noexcept { return next_of_all_; }

protected:
    /// Takes the coroutine over; it is stepped at the next turn. Throws RuntimeError outside run().
    TaskState(Frame& root, std::string&& name);
    virtual ~TaskState();

    /// Takes the result out of the ended root frame, before it is destroyed.
    virtual void collect(Frame& root) = 0;

private:
    friend class Loop;
    friend class Waiter;
    [[gnu::noinline]] bool begin();
    void end();
    // The rare path, in a function of its own, so that the common path stays short.
    [[gnu::cold]] void keep_name(std::string&& name);
    [[gnu::cold]] void keep_error(Frame& root) noexcept;
    void request_cancel(CancelWork& work) noexcept;
    [[gnu::cold]] void pass_cancel_on();
    static void work_off(CancelWork& work);

    std::uint32_t references_ = 1;  // one is the loop's, until the task has ended
    std::uint32_t id_ = 0;
    Frame* root_;
    Frame* leaf_;  // the frame to step next
    Waiter* waiting_ = nullptr;
    int cancel_requests_ = 0;
    std::uint32_t cancel_round_ = 0;  // the last cancel() that reached it: a ring of tasks is walked once
    bool cancelling_ = false;         // that cancel() is now cancelling the tasks that this task waits for
    bool must_cancel_ = false;        // the task's next step throws CancelledError
    bool started_ = false;
    bool error_seen_ = false;
    Outcome outcome_ = Outcome::returned;
    std::exception_ptr error_;
    DoneCallback* first_callback_ = nullptr;
    DoneCallback* last_callback_ = nullptr;
    TaskState* previous_of_all_ = nullptr;
    TaskState* next_of_all_ = nullptr;
    mutable std::unique_ptr<std::string> name_;  // if it was given none: null until it is asked for
};

/// A counted reference.
template <class State>
class Reference {
public:
    Reference() = default;
    explicit Reference(State* state) noexcept : state_(state) {
        if (state_ != nullptr) state_->retain();
    }
    Reference(const Reference& other) noexcept : Reference(other.state_) {}
    Reference(Reference&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
    Reference& operator=(Reference other) noexcept {
        std::swap(state_, other.state_);
        return *this;
    }
    ~Reference() {
        if (state_ != nullptr) state_->let_go();
    }

    State* operator->() const noexcept { return state_; }
    State& operator*() const noexcept { return *state_; }
    State* get() const noexcept { return state_; }
    explicit operator bool() const noexcept { return state_ != nullptr; }

private:
    State* state_ = nullptr;
};

}  // namespace aio::detail
