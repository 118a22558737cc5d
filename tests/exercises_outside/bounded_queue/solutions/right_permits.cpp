// Right: each letter holds a slot of a semaphore while it is in the box; an event says that there is one.
#include "exercises/bounded_queue/bounded_queue.hpp"

#include <deque>
#include <utility>

namespace {

class MyMailbox final : public Mailbox {
public:
    explicit MyMailbox(int room) : free_(room) {}

    aio::Coroutine<> put(int letter) override {
        auto slot = co_await free_.acquire();
        letters_.emplace_back(letter, std::move(slot));
        some_.set();
    }

    aio::Coroutine<int> take() override {
        while (letters_.empty()) {
            some_.clear();
            co_await some_.wait();
        }
        const int letter = letters_.front().first;
        letters_.pop_front();
        co_return letter;
    }

private:
    aio::Semaphore free_;
    std::deque<std::pair<int, aio::Permit>> letters_;
    aio::Event some_;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
