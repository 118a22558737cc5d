// Wrong: of what is unread only the newest message is kept.
// Loses: own-pace, newcomers, closing
#include "exercises/publish/publish.hpp"

#include <set>

namespace {

using Readers = std::set<aio::Queue<std::string>*>;

class MySubscription final : public Subscription {
public:
    explicit MySubscription(Readers& readers) : readers_(readers) { readers_.insert(&unread_); }
    ~MySubscription() override { readers_.erase(&unread_); }

    aio::Coroutine<std::optional<std::string>> next() override {
        try {
            co_return co_await unread_.get();
        } catch (const aio::QueueShutDown&) {
        }
        co_return std::nullopt;
    }

private:
    Readers& readers_;
    aio::Queue<std::string> unread_;
};

class MyTopic final : public Topic {
public:
    std::unique_ptr<Subscription> subscribe() override { return std::make_unique<MySubscription>(readers_); }
    void publish(std::string message) override {
        for (auto* reader : readers_) {
            while (!reader->empty()) reader->get_nowait();
            reader->put_nowait(message);
        }
    }
    void close() override {
        for (auto* reader : readers_) reader->shutdown();
    }

private:
    Readers readers_;
};

}  // namespace

std::unique_ptr<Topic> make_topic() { return std::make_unique<MyTopic>(); }
