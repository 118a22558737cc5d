#include "bounded_queue.hpp"

#include <deque>

namespace {

class MyMailbox final : public Mailbox {
public:
    explicit MyMailbox(int room) : room_(static_cast<std::size_t>(room)) {}

    aio::Coroutine<> put(int letter) override {
        auto guard = co_await changed_.acquire();
        co_await changed_.wait_for([this] { return letters_.size() < room_; });
        letters_.push_back(letter);
        changed_.notify_all();
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
