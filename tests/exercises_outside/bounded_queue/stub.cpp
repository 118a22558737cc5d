#include "bounded_queue.hpp"

namespace {

class MyMailbox final : public Mailbox {
public:
    explicit MyMailbox(int room) : room_(room) {}

    aio::Coroutine<> put(int letter) override {
        // TODO 1: wait while there are room_ letters in the box. What can a coroutine wait for?
        // TODO 2: put the letter in, and wake whoever waits for one.
        co_return;
    }

    aio::Coroutine<int> take() override {
        // TODO 3: wait while the box is empty, take the oldest letter, and wake whoever waits for room.
        co_return 0;
    }

private:
    [[maybe_unused]] int room_;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
