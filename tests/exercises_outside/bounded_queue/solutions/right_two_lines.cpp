// Right: two lines of events, one for those who wait for a letter and one for those who wait for room.
#include "exercises/bounded_queue/bounded_queue.hpp"

#include <algorithm>
#include <list>
#include <queue>

namespace {

class Line {
public:
    aio::Coroutine<> wait() {
        aio::Event called;
        waiting_.push_back(&called);
        try {
            co_await called.wait();
        } catch (...) {
            if (called.is_set()) call_first();  // it was our turn: the next one's, then
            waiting_.remove(&called);
            throw;
        }
    }
    void call_first() {
        if (waiting_.empty()) return;
        waiting_.front()->set();
        waiting_.pop_front();
    }

private:
    std::list<aio::Event*> waiting_;
};

struct MyMailbox final : Mailbox {
    explicit MyMailbox(int its_room) : room(static_cast<std::size_t>(its_room)) {}
    aio::Coroutine<> put(int letter) override {
        while (letters.size() >= room) co_await for_room.wait();
        letters.push(letter);
        for_letters.call_first();
    }
    aio::Coroutine<int> take() override {
        while (letters.empty()) co_await for_letters.wait();
        const int letter = letters.front();
        letters.pop();
        for_room.call_first();
        co_return letter;
    }
    std::size_t room;
    std::queue<int> letters;
    Line for_letters;
    Line for_room;
};

}  // namespace

std::unique_ptr<Mailbox> make_mailbox(int room) { return std::make_unique<MyMailbox>(room); }
