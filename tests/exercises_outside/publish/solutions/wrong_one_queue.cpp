// Wrong: all readers share one queue, so that a message reaches only one of them.
// Loses: everybody, own-pace, newcomers, closing
#include "exercises/publish/publish.hpp"

namespace {

using Box = aio::Queue<std::string>;

struct MySubscription final : Subscription {
    explicit MySubscription(std::shared_ptr<Box> its_box) : box(std::move(its_box)) {}
    aio::Coroutine<std::optional<std::string>> next() override {
        try {
            co_return co_await box->get();
        } catch (const aio::QueueShutDown&) {
        }
        co_return std::nullopt;
    }
    std::shared_ptr<Box> box;
};

struct MyTopic final : Topic {
    std::unique_ptr<Subscription> subscribe() override { return std::make_unique<MySubscription>(box); }
    void publish(std::string message) override { box->put_nowait(std::move(message)); }
    void close() override { box->shutdown(); }
    std::shared_ptr<Box> box = std::make_shared<Box>();
};

}  // namespace

std::unique_ptr<Topic> make_topic() { return std::make_unique<MyTopic>(); }
