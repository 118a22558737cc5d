#pragma once

#include "runtime/sync/queue_core.hpp"

#include <cstddef>
#include <deque>
#include <stdexcept>
#include <utility>

namespace aio {

/// put_nowait() found no room.
class QueueFull : public std::runtime_error {
public:
    QueueFull() : std::runtime_error("the queue is full: co_await put() waits for room") {}
};

/// get_nowait() found nothing.
class QueueEmpty : public std::runtime_error {
public:
    QueueEmpty() : std::runtime_error("the queue is empty: co_await get() waits for an item") {}
};

/// The queue was shut down: nothing can be put any more, and there is nothing left to get.
class QueueShutDown : public std::runtime_error {
public:
    QueueShutDown() : std::runtime_error("the queue was shut down") {}
};

namespace detail {

/// A queue and its items.
template <class T>
class QueueState final : public QueueCore {
public:
    using QueueCore::QueueCore;

    void put(T&& item) {
        check_put();
        items_.push_back(std::move(item));
        added();
    }
    T get() {
        check_get();
        T item = std::move(items_.front());
        items_.pop_front();
        taken();
        return item;
    }
    void shut_down(bool immediate) {
        std::deque<T> dropped;  // destroyed last: an item may look at the queue as it dies
        if (immediate) {
            dropped.swap(items_);
            dropped_all();
        }
        QueueCore::shut_down();
    }

private:
    std::deque<T> items_;
};

}  // namespace detail

/// What Queue::put() returns: await it.
template <class T>
class [[nodiscard("nothing is put until it is awaited: write co_await before put()")]] QueuePut final
    : public detail::QueuePutWait {
public:
    /// Throws QueueShutDown, CancelledError, or RuntimeError when the queue was destroyed meanwhile; then the
    /// item was not put.
    void await_resume() {
        end();
        queue().put(std::move(item_));
    }

    QueuePut(detail::QueueState<T>& queue, T item) : QueuePutWait(queue), item_(std::move(item)) {}
    QueuePut(QueuePut&& other) : QueuePut(other.queue(), std::move(other.item_)) {}  // before it is awaited

private:
    detail::QueueState<T>& queue() const noexcept { return static_cast<detail::QueueState<T>&>(core()); }

    T item_;
};

/// What Queue::get() returns: await it.
template <class T>
class [[nodiscard("nothing is taken until it is awaited: write co_await before get()")]] QueueGet final
    : public detail::QueueGetWait {
public:
    /// Throws QueueShutDown, CancelledError, or RuntimeError when the queue was destroyed meanwhile.
    T await_resume() {
        end();
        return queue().get();
    }

    explicit QueueGet(detail::QueueState<T>& queue) noexcept : QueueGetWait(queue) {}
    QueueGet(QueueGet&& other) noexcept : QueueGet(other.queue()) {}  // before it is awaited

private:
    detail::QueueState<T>& queue() const noexcept { return static_cast<detail::QueueState<T>&>(core()); }
};

/// What Queue::join() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before join()")]] QueueJoin final
    : public detail::QueueJoinWait {
public:
    /// Throws CancelledError, or RuntimeError when the queue was destroyed meanwhile.
    void await_resume() { end(); }

    explicit QueueJoin(detail::QueueCore& queue) noexcept : QueueJoinWait(queue) {}
    QueueJoin(QueueJoin&& other) noexcept : QueueJoin(other.core()) {}  // before it is awaited
};

/// First in, first out, between the tasks that put and those that get. It may be made, filled and emptied
/// outside run(), where no task can wait. A task that still waits when it is destroyed gets a RuntimeError;
/// its items are destroyed with it. `T` can be moved; it need not be copied.
template <class T>
class Queue {
public:
    /// Holds at most `maxsize` items; any number when that is zero or less.
    explicit Queue(int maxsize = 0) : state_(new detail::QueueState<T>(maxsize)) {}
    ~Queue() { state_->close(); }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;

    /// Waits for room and adds the item.
    QueuePut<T> put(T item) { return QueuePut<T>(*state_, std::move(item)); }

    /// Waits for an item and takes it. A task that is cancelled meanwhile takes none.
    QueueGet<T> get() noexcept { return QueueGet<T>(*state_); }

    /// Adds the item now. Throws QueueFull, or QueueShutDown.
    void put_nowait(T item) { state_->put(std::move(item)); }

    /// Takes an item now. Throws QueueEmpty, or QueueShutDown when it is empty for good.
    T get_nowait() { return state_->get(); }

    std::size_t size() const noexcept { return state_->size(); }
    bool empty() const noexcept { return state_->empty(); }
    /// Always false if it holds any number.
    bool full() const noexcept { return state_->full(); }
    int maxsize() const noexcept { return state_->maxsize(); }

    /// Marks an item that was taken as done; for join(). Throws ValueError when it is called more often than
    /// items were put.
    void task_done() { state_->task_done(); }

    /// Waits until task_done() was called for every item that was put.
    QueueJoin join() noexcept { return QueueJoin(*state_); }

    /// From now on put() throws QueueShutDown, also in tasks that already wait; get() throws it as soon as
    /// the queue is empty. If `immediate`, its items are dropped, and count as done.
    void shutdown(bool immediate = false) { state_->shut_down(immediate); }

private:
    detail::Reference<detail::QueueState<T>> state_;
};

}  // namespace aio
