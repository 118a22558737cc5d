// Right: the topic knows its readers weakly; an empty optional in a queue is the end.
#include "exercises/publish/publish.hpp"

namespace {

using Box = aio::Queue<std::optional<std::string>>;

class MySubscription final : public Subscription {
public:
    explicit MySubscription(std::shared_ptr<Box> box) : box_(std::move(box)) {}
    aio::Coroutine<std::optional<std::string>> next() override {
        if (ended_) co_return std::nullopt;
        auto message = co_await box_->get();
        ended_ = !message.has_value();
        co_return message;
    }

private:
    std::shared_ptr<Box> box_;
    bool ended_ = false;
};

class MyTopic final : public Topic {
public:
    std::unique_ptr<Subscription> subscribe() override {
        auto box = std::make_shared<Box>();
        boxes_.push_back(box);
        return std::make_unique<MySubscription>(std::move(box));
    }
    void publish(std::string message) override { give(std::move(message)); }
    void close() override { give(std::nullopt); }

private:
    void give(std::optional<std::string> message) {
        std::erase_if(boxes_, [](const std::weak_ptr<Box>& box) { return box.expired(); });
        for (const auto& box : boxes_) box.lock()->put_nowait(message);
    }
    std::vector<std::weak_ptr<Box>> boxes_;
};

}  // namespace

std::unique_ptr<Topic> make_topic() { return std::make_unique<MyTopic>(); }
