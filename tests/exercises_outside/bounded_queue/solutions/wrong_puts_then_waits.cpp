// Wrong: put() puts the letter in and waits for room afterwards, so that a cancelled one leaves its letter.
// Loses: leaves-nothing
#include "exercises/bounded_queue/bounded_queue.hpp"

#include <deque>

namespace {

class MyMailbox final : public Mailbox {
public:
    explicit MyMailbox(int room) : room_(static_cast<std::size_t>(room)) {}

    aio::Coroutine<> put(int letter) override {
        auto guard = co_await changed_.acquire();
        letters_.push_back(letter);
        changed_.notify_all();
        co_await changed_.wait_for([this] { return letters_.size() <= room_; });
    }

    aio::Coroutine<int> take() override {
        auto guard = co_await changed_.acquire();
        co_await changed_.wait_for([this] { return !letters_.empty(); });
        const int letter = letters_.front();
        letters_.pop_front();
        changed_.notify_all();
        co_return letter;
    }

private:
    std::size_t room_;
    std::deque<int> letters_;
    aio::Condition changed_;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
