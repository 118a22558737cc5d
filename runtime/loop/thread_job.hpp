#pragma once

#include "runtime/loop/outside_wait.hpp"
#include "runtime/loop/task_state.hpp"

#include <coroutine>
#include <cstdint>
#include <exception>

namespace aio::detail {

/// A function that runs in a thread of libuv's pool, once.
///
/// Theory of operation. The job lives on the heap. The awaiter holds one reference. libuv holds another one
/// from start() until it has told the loop's thread that the function is over, so a cancelled wait does not
/// free the data that the thread uses. Only the loop's thread counts references, and only it destroys the
/// job. The pool's thread calls the function and touches nothing else; libuv's own lock makes the function's
/// last write visible before the loop's first read. A function that has not begun when the wait is cancelled
/// never begins. run() returns when the last thread has ended.
class ThreadJob {
public:
    ThreadJob(const ThreadJob&) = delete;
    ThreadJob& operator=(const ThreadJob&) = delete;

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    void start();             ///< Throws RuntimeError when it was started before, or outside run().
    void give_up() noexcept;  ///< No task waits any more.
    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }
    OutsideWaits& waits() noexcept { return waits_; }

protected:
    ThreadJob();
    virtual ~ThreadJob();

    /// Called in the pool's thread.
    virtual void call() = 0;

private:
    struct Request;
    // Owned; a plain pointer, so that students' programs need not compile <uv.h> and <memory>.
    Request* request_;
    std::exception_ptr error_;
    OutsideWaits waits_;
    int references_ = 0;
    bool started_ = false;
    bool over_ = false;
};

/// Starts a job and waits for it.
class ThreadWait {
public:
    explicit ThreadWait(Reference<ThreadJob> job) noexcept;
    ~ThreadWait() { job_->give_up(); }
    ThreadWait(const ThreadWait&) = delete;
    ThreadWait& operator=(const ThreadWait&) = delete;

    bool ready(std::uint32_t line);
    void begin(std::coroutine_handle<> handle) noexcept { wait_.await_suspend(handle); }
    void end();  ///< Throws CancelledError, or the function's exception.

private:
    Reference<ThreadJob> job_;
    OutsideWait wait_;
};

}  // namespace aio::detail
