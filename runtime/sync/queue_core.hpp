#pragma once

#include "runtime/sync/wait.hpp"

#include <cstddef>

namespace aio::detail {

/// A queue without its items: their number, and the tasks that wait for an item, for room, or for the work to
/// be done. The rules are those of asyncio.Queue (Lib/asyncio/queues.py, CPython 3.13).
class QueueCore : public SharedState {
public:
    explicit QueueCore(int maxsize) noexcept;

    int maxsize() const noexcept { return maxsize_; }
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    bool full() const noexcept { return maxsize_ > 0 && size_ >= static_cast<std::size_t>(maxsize_); }

    void check_put() const;  ///< Throws QueueShutDown or QueueFull.
    void check_get() const;  ///< Throws QueueShutDown or QueueEmpty.
    void check_not_shut_down() const;
    void added() noexcept;  ///< Call this after an item was added.
    void taken() noexcept;  ///< Call this after an item was taken.
    void task_done();       ///< Throws ValueError if every item was already done.
    void shut_down() noexcept;
    void dropped_all() noexcept;  ///< Call this after an immediate shutdown has dropped all items.
    void close() noexcept;

private:
    friend class QueuePutWait;
    friend class QueueGetWait;
    friend class QueueJoinWait;

    int maxsize_;
    std::size_t size_ = 0;
    std::size_t unfinished_ = 0;
    bool shut_down_ = false;
    WaitLine getters_;
    WaitLine putters_;
    WaitLine joiners_;
};

/// Waits for room. When it has ended, and end() does not throw, an item may be added, or the queue is shut
/// down.
class QueuePutWait : public SyncWait {
protected:
    explicit QueuePutWait(QueueCore& queue) noexcept : SyncWait(queue), queue_(queue) {}
    QueueCore& core() const noexcept { return queue_; }

private:
    Next start() override;
    Next go_on(Left left) noexcept override;
    QueueCore& queue_;
};

/// Waits for an item. When it has ended, and end() does not throw, there is one, or the queue is shut down.
class QueueGetWait : public SyncWait {
protected:
    explicit QueueGetWait(QueueCore& queue) noexcept : SyncWait(queue), queue_(queue) {}
    QueueCore& core() const noexcept { return queue_; }

private:
    Next start() override;
    Next go_on(Left left) noexcept override;
    QueueCore& queue_;
};

/// Waits until task_done() was called for everything that was put.
class QueueJoinWait : public SyncWait {
protected:
    explicit QueueJoinWait(QueueCore& queue) noexcept : SyncWait(queue), queue_(queue) {}
    QueueCore& core() const noexcept { return queue_; }

private:
    Next start() override;
    Next go_on(Left left) noexcept override;
    QueueCore& queue_;
};

}  // namespace aio::detail
