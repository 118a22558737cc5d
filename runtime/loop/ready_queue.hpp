#pragma once

namespace aio::detail {

class TaskState;

/// Something the loop can run at its next turn: a task's step, a timer, a callback. A ready queue is a ring
/// of these: an intrusive list, so that an object that is destroyed while it is queued leaves the queue at
/// once.
class Runnable {
public:
    Runnable() = default;
    Runnable(const Runnable&) = delete;
    Runnable& operator=(const Runnable&) = delete;

    virtual void run() = 0;

    /// The task whose step this is, if it is one.
    virtual TaskState* stepped() noexcept { return nullptr; }

    /// Called when the run is over before this object's turn came.
    virtual void dropped() noexcept {}

    bool linked() const { return next_ != nullptr; }

    void unlink() {
        if (!linked()) return;
        previous_->next_ = next_;
        next_->previous_ = previous_;
        next_ = nullptr;
    }

protected:
    ~Runnable() { unlink(); }

private:
    friend class ReadyQueue;
    Runnable* previous_ = nullptr;
    Runnable* next_ = nullptr;
};

/// First come, first served. Owns nothing.
class ReadyQueue {
public:
    ReadyQueue() { head_.next_ = head_.previous_ = &head_; }
    ~ReadyQueue() {
        while (!empty()) head_.next_->unlink();
        head_.next_ = nullptr;
    }
    ReadyQueue(const ReadyQueue&) = delete;
    ReadyQueue& operator=(const ReadyQueue&) = delete;

    bool empty() const { return head_.next_ == &head_; }

    /// Requires: `runnable` is in no queue.
    void push(Runnable& runnable) {
        runnable.next_ = &head_;
        runnable.previous_ = head_.previous_;
        head_.previous_->next_ = &runnable;
        head_.previous_ = &runnable;
    }

    /// Requires: not empty().
    Runnable& first() const { return *head_.next_; }

    /// The next one behind it; null if it is the last. Requires: it is in this queue.
    Runnable* after(const Runnable& runnable) const {
        return runnable.next_ == &head_ ? nullptr : runnable.next_;
    }

    /// Requires: not empty().
    Runnable& pop() {
        Runnable* first = head_.next_;
        Runnable* next = first->next_;
        head_.next_ = next;
        next->previous_ = &head_;
        first->next_ = nullptr;
        __builtin_prefetch(next->next_);  // the processor cannot prefetch a linked list
        return *first;
    }

private:
    struct Head final : Runnable {
        void run() override {}
    };

    Head head_;
};

}  // namespace aio::detail
