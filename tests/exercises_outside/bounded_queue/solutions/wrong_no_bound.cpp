// Wrong: the queue has no bound, so that put() never waits, and cannot be called off.
// Loses: bounded, leaves-nothing
#include "exercises/bounded_queue/bounded_queue.hpp"

namespace {

struct MyMailbox final : Mailbox {
    explicit MyMailbox(int) {}
    aio::Coroutine<> put(int letter) override { co_await queue.put(letter); }
    aio::Coroutine<int> take() override { co_return co_await queue.get(); }
    aio::Queue<int> queue;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
