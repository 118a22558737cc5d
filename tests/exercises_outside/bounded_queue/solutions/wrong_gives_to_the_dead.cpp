// Wrong: put() hands the letter to the first reader in line, also when that one was cancelled.
// Loses: leaves-nothing
#include "exercises/bounded_queue/bounded_queue.hpp"

#include <deque>
#include <memory>

namespace {

struct Place {
    aio::Event called;
    int letter = 0;
};

struct MyMailbox final : Mailbox {
    explicit MyMailbox(int room) : free(room) {}
    aio::Coroutine<> put(int letter) override {
        auto slot = co_await free.acquire();
        if (waiting.empty()) {
            letters.emplace_back(letter, std::move(slot));
            co_return;
        }
        waiting.front()->letter = letter;
        waiting.front()->called.set();
        waiting.pop_front();
    }
    aio::Coroutine<int> take() override {
        if (letters.empty()) {
            const auto place = std::make_shared<Place>();
            waiting.push_back(place);
            co_await place->called.wait();
            co_return place->letter;
        }
        const int letter = letters.front().first;
        letters.pop_front();
        co_return letter;
    }
    aio::Semaphore free;
    std::deque<std::pair<int, aio::Permit>> letters;
    std::deque<std::shared_ptr<Place>> waiting;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
