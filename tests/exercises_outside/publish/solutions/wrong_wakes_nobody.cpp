// Wrong: close() wakes nobody: who waits then waits for ever.
// Loses: closing
#include "exercises/publish/publish.hpp"

namespace {

struct Log {
    std::vector<std::string> messages;
    bool closed = false;
    aio::Event news;
    void tell() {
        news.set();
        news.clear();
    }
};

struct MySubscription final : Subscription {
    explicit MySubscription(std::shared_ptr<Log> its_log)
        : log(std::move(its_log)), place(log->messages.size()) {}
    aio::Coroutine<std::optional<std::string>> next() override {
        while (place == log->messages.size() && !log->closed) co_await log->news.wait();
        if (place == log->messages.size()) co_return std::nullopt;
        co_return log->messages[place++];
    }
    std::shared_ptr<Log> log;
    std::size_t place;
};

struct MyTopic final : Topic {
    std::unique_ptr<Subscription> subscribe() override { return std::make_unique<MySubscription>(log); }
    void publish(std::string message) override {
        log->messages.push_back(std::move(message));
        log->tell();
    }
    void close() override { log->closed = true; }
    std::shared_ptr<Log> log = std::make_shared<Log>();
};

}  // namespace

std::unique_ptr<Topic> make_topic() { return std::make_unique<MyTopic>(); }
