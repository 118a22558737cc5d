#include "runtime/loop/done_call.hpp"

#include "runtime/loop/loop.hpp"
#include "runtime/loop/report.hpp"

#include <exception>

namespace aio::detail {

DoneCallbackId DoneCall::add(TaskState& task, std::unique_ptr<DoneCall> made) {
    Loop& loop = Loop::current();
    DoneCall& call = *made.release();
    call.number_ = loop.next_callback_number();
    call.from_ = &task;
    if (task.done()) {
        call.task_done();
    } else {
        task.add_done_callback(call);
    }
    return DoneCallbackId{call.number_};
}

void DoneCall::task_done() noexcept {
    task_ = Reference(from_);
    Loop::current_or_null()->make_ready(*this);
}

void DoneCall::run() {
    const std::unique_ptr<DoneCall> self(this);
    try {
        call(*task_);
    } catch (...) {
        report_failed_callback(*task_, std::current_exception());
    }
}

}  // namespace aio::detail
