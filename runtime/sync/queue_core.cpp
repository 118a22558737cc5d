#include "runtime/sync/queue_core.hpp"

#include "runtime/errors.hpp"
#include "runtime/sync/queue.hpp"

namespace aio::detail {

namespace {

constinit const LineWords get_words{.awaited = Awaited::queue_get,
                                    .thing = "queue",
                                    .detail = "queue get",
                                    .waits_for = "an item from a queue that is empty"};
constinit const LineWords put_words{.awaited = Awaited::queue_put,
                                    .thing = "queue",
                                    .detail = "queue put",
                                    .waits_for = "room in a queue that is full"};
constinit const LineWords join_words{.awaited = Awaited::queue_join,
                                     .thing = "queue",
                                     .detail = "queue join",
                                     .waits_for = "task_done() for every item of a queue"};

}  // namespace

QueueCore::QueueCore(int maxsize) noexcept
    : maxsize_(maxsize), getters_(get_words), putters_(put_words), joiners_(join_words) {}

void QueueCore::check_put() const {
    check_not_shut_down();
    if (full()) throw QueueFull();
}

void QueueCore::check_get() const {
    if (!empty()) return;
    check_not_shut_down();
    throw QueueEmpty();
}

void QueueCore::check_not_shut_down() const {
    if (shut_down_) throw QueueShutDown();
}

void QueueCore::added() noexcept {
    ++size_;
    ++unfinished_;
    getters_.wake_first();
}

void QueueCore::taken() noexcept {
    --size_;
    putters_.wake_first();
}

void QueueCore::task_done() {
    if (unfinished_ == 0)
        throw ValueError("task_done() was called more often than items were put in the queue");
    if (--unfinished_ == 0) joiners_.wake_all();
}

void QueueCore::dropped_all() noexcept {
    unfinished_ -= size_ < unfinished_ ? size_ : unfinished_;
    size_ = 0;
    if (unfinished_ == 0) joiners_.wake_all();
}

void QueueCore::shut_down() noexcept {
    shut_down_ = true;
    getters_.wake_all();
    putters_.wake_all();
}

void QueueCore::close() noexcept {
    getters_.close();
    putters_.close();
    joiners_.close();
}

SyncWait::Next QueuePutWait::start() {
    if (!queue_.full()) return Next::done;
    queue_.check_not_shut_down();
    return wait_in(queue_.putters_);
}

SyncWait::Next QueuePutWait::go_on(Left left) noexcept {
    if (left == Left::destroyed) return Next::destroyed;
    if (left == Left::woken)
        return queue_.full() && !queue_.shut_down_ ? wait_in(queue_.putters_) : Next::done;
    // The room it was woken for goes to the next in line.
    if (left == Left::cancelled_once_woken && !queue_.full()) queue_.putters_.wake_first();
    return Next::cancelled;
}

SyncWait::Next QueueGetWait::start() {
    if (!queue_.empty()) return Next::done;
    queue_.check_not_shut_down();
    return wait_in(queue_.getters_);
}

SyncWait::Next QueueGetWait::go_on(Left left) noexcept {
    if (left == Left::destroyed) return Next::destroyed;
    if (left == Left::woken)
        return queue_.empty() && !queue_.shut_down_ ? wait_in(queue_.getters_) : Next::done;
    // The item it was woken for goes to the next in line.
    if (left == Left::cancelled_once_woken && !queue_.empty()) queue_.getters_.wake_first();
    return Next::cancelled;
}

SyncWait::Next QueueJoinWait::start() {
    return queue_.unfinished_ > 0 ? wait_in(queue_.joiners_) : Next::done;
}

SyncWait::Next QueueJoinWait::go_on(Left left) noexcept {
    if (left == Left::destroyed) return Next::destroyed;
    return left == Left::woken ? Next::done : Next::cancelled;
}

}  // namespace aio::detail
