#include "runtime/loop/thread_job.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

#include <uv.h>

#include <string>
#include <utility>

namespace aio::detail {

struct ThreadJob::Request {
    uv_work_t work{};

    static ThreadJob& job(uv_work_t* work) { return *static_cast<ThreadJob*>(work->data); }

    static void in_the_thread(uv_work_t* work) {
        ThreadJob& job = Request::job(work);
        try {
            job.call();
        } catch (...) {
            job.error_ = std::current_exception();
        }
    }

    static void back_in_the_loop(uv_work_t* work, int) {
        ThreadJob& job = Request::job(work);
        job.over_ = true;
        job.waits_.wake_all();
        job.let_go();
    }
};

ThreadJob::ThreadJob() : request_(new Request) {}

ThreadJob::~ThreadJob() { delete request_; }

void ThreadJob::start() {
    uv_loop_t* loop = Loop::current().uv();
    if (std::exchange(started_, true)) {
        throw RuntimeError("this to_thread() was awaited already: call to_thread() again for another thread");
    }
    request_->work.data = this;
    const int failed =
        uv_queue_work(loop, &request_->work, Request::in_the_thread, Request::back_in_the_loop);
    if (failed != 0)
        throw RuntimeError(std::string("libuv could not start a thread: ") + uv_strerror(failed));
    retain();
}

void ThreadJob::give_up() noexcept {
    // One that has begun cannot be stopped: libuv refuses, and its result is thrown away.
    if (started_ && !over_) uv_cancel(reinterpret_cast<uv_req_t*>(&request_->work));
}

ThreadWait::ThreadWait(Reference<ThreadJob> job) noexcept
    : job_(std::move(job)), wait_(job_->waits(), "a function in a thread") {}

bool ThreadWait::ready(std::uint32_t line) {
    job_->start();
    return wait_.await_ready(line);
}

void ThreadWait::end() {
    wait_.await_resume();
    job_->rethrow();
}

}  // namespace aio::detail
