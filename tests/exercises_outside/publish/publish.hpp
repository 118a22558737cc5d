#pragma once

#include "runtime/aio.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// One reader of a topic. When it dies, nothing is kept for it any more. It dies before its topic.
class Subscription {
public:
    virtual ~Subscription() = default;
    /// The oldest message that this reader has not had; waits while there is none. Once the topic is closed
    /// and everything is read: std::nullopt.
    virtual aio::Coroutine<std::optional<std::string>> next() = 0;
};

class Topic {
public:
    virtual ~Topic() = default;
    /// A reader of all that is published from now on.
    virtual std::unique_ptr<Subscription> subscribe() = 0;
    /// For each reader of this moment. Never waits: a slow reader holds up nobody.
    virtual void publish(std::string message) = 0;
    /// Nothing comes any more.
    virtual void close() = 0;
};

/// This is what you write.
std::unique_ptr<Topic> make_topic();

// What follows uses your topic.

struct Readings {
    int received = 0;
    int out_of_turn = 0;
    int ended = 0;         ///< readers that got std::nullopt
    aio::Duration last{};  ///< when the first reader had its last message
};

/// Reads at most so many messages, and takes `pause` for each.
inline aio::Coroutine<> read(Subscription& reader, int first, int most, aio::Duration pause,
                             Readings& readings) {
    for (int number = first; number < first + most; ++number) {
        const auto message = co_await reader.next();
        if (!message) {
            ++readings.ended;
            co_return;
        }
        ++readings.received;
        if (*message != "message " + std::to_string(number)) ++readings.out_of_turn;
        if (pause > aio::Duration::zero()) co_await aio::sleep(pause);
    }
}

inline aio::Coroutine<> publish_all(Topic& topic, int messages, aio::Duration pause) {
    for (int number = 0; number < messages; ++number) {
        co_await aio::sleep(pause);
        topic.publish("message " + std::to_string(number));
    }
}

/// A message every `pause`, and readers that wait for them.
inline aio::Coroutine<Readings> broadcast(int readers, int messages, aio::Duration pause) {
    const auto topic = make_topic();
    Readings readings;
    std::vector<std::unique_ptr<Subscription>> subscriptions;
    std::vector<aio::Coroutine<>> all;
    for (int i = 0; i < readers; ++i) subscriptions.push_back(topic->subscribe());
    for (const auto& reader : subscriptions) all.push_back(read(*reader, 0, messages, {}, readings));
    all.push_back(publish_all(*topic, messages, pause));
    co_await aio::gather(std::move(all));
    co_return readings;
}

/// All messages at once. One reader is fast, the other one takes `reading` for each.
inline aio::Coroutine<Readings> own_pace(int messages, aio::Duration reading) {
    const auto topic = make_topic();
    const auto fast = topic->subscribe();
    const auto slow = topic->subscribe();
    Readings readings;
    const aio::Duration begin = aio::now();
    for (int number = 0; number < messages; ++number) topic->publish("message " + std::to_string(number));
    const auto slowly = aio::create_task(read(*slow, 0, messages, reading, readings));
    co_await read(*fast, 0, messages, {}, readings);
    readings.last = aio::now() - begin;
    co_await slowly;
    co_return readings;
}

/// One reader is there for the messages before, another one for those after, and then for `patience` more.
inline aio::Coroutine<Readings> newcomer(int before, int after, aio::Duration patience) {
    const auto topic = make_topic();
    auto first = topic->subscribe();
    for (int number = 0; number < before; ++number) topic->publish("message " + std::to_string(number));
    first.reset();
    const auto second = topic->subscribe();
    for (int number = 0; number < after; ++number) topic->publish("message " + std::to_string(number));
    Readings readings;
    try {
        co_await aio::timeout(patience, read(*second, 0, before + after + 1, {}, readings));
    } catch (const aio::TimeoutError&) {
    }
    co_return readings;
}

/// Readers wait; after `wait` so many messages come, and then the end.
inline aio::Coroutine<Readings> closing(int readers, int unread, aio::Duration wait) {
    const auto topic = make_topic();
    Readings readings;
    std::vector<std::unique_ptr<Subscription>> subscriptions;
    std::vector<aio::Task<>> all;
    for (int i = 0; i < readers; ++i) {
        subscriptions.push_back(topic->subscribe());
        all.push_back(aio::create_task(read(*subscriptions.back(), 0, unread + 1, {}, readings)));
    }
    co_await aio::sleep(wait);
    for (int number = 0; number < unread; ++number) topic->publish("message " + std::to_string(number));
    topic->close();
    co_await aio::gather(all);
    co_return readings;
}
