#pragma once

namespace aio::detail {

class TaskState;
class Runnable;

/// A place in a ready queue; the queue itself is a ring of these. An intrusive list, so that what dies while
/// it is queued leaves at once, wherever it stands.
class ReadyLink {
public:
    ReadyLink() = default;
    ReadyLink(const ReadyLink&) = delete;
    ReadyLink& operator=(const ReadyLink&) = delete;

    bool linked() const { return next_ != nullptr; }

    void unlink() {
        if (!linked()) return;
        previous_->next_ = next_;
        next_->previous_ = previous_;
        next_ = nullptr;
    }

protected:
    ~ReadyLink() { unlink(); }

private:
    friend class ReadyQueue;
    ReadyLink* previous_ = nullptr;
    ReadyLink* next_ = nullptr;
};

/// Something the loop can run at its next turn: a task's step, a timer, a callback.
class Runnable : public ReadyLink {
public:
    virtual void run() = 0;

    /// Whose step this is, if it is one.
    virtual TaskState* stepped() noexcept { return nullptr; }

protected:
    ~Runnable() = default;
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

    /// Requires: `runnable` stands in no queue.
    void push(Runnable& runnable) {
        runnable.next_ = &head_;
        runnable.previous_ = head_.previous_;
        head_.previous_->next_ = &runnable;
        head_.previous_ = &runnable;
    }

    /// Requires: not empty().
    Runnable& first() const { return static_cast<Runnable&>(*head_.next_); }

    /// Who stands behind it, if anybody. Requires: it stands in this queue.
    Runnable* after(const Runnable& runnable) const {
        return runnable.next_ == &head_ ? nullptr : static_cast<Runnable*>(runnable.next_);
    }

    /// Requires: not empty().
    Runnable& pop() {
        ReadyLink* first = head_.next_;
        ReadyLink* next = first->next_;
        head_.next_ = next;
        next->previous_ = &head_;
        first->next_ = nullptr;
        __builtin_prefetch(next->next_);  // a list tells no processor what comes after the next
        return static_cast<Runnable&>(*first);
    }

private:
    struct Head : ReadyLink {
        ~Head() = default;
    };

    Head head_;
};

}  // namespace aio::detail
