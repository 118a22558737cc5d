// Right: an own little Future built of an event and an optional, awaited in order under one timeout.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

namespace mini {

template <class T>
class Future {
public:
    void set(T value) {
        state_->value = std::move(value);
        state_->ready.set();
    }
    aio::Coroutine<T> get() {
        auto state = state_;  // keep it alive
        co_await state->ready.wait();
        co_return *state->value;
    }

private:
    struct State {
        aio::Event ready;
        std::optional<T> value;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

class Cancellables {
public:
    void operator+=(aio::AnyTask task) { tasks_.push_back(std::move(task)); }
    ~Cancellables() {
        for (auto& task : tasks_) task.cancel();
    }

private:
    std::vector<aio::AnyTask> tasks_;
};

}  // namespace mini

static aio::Coroutine<> fulfil(mini::Future<std::string> promise, Server server) {
    promise.set(co_await fetch_weather(server.name, server.delay));
}

static aio::Coroutine<std::vector<std::string>> read(std::vector<mini::Future<std::string>> futures) {
    std::vector<std::string> values;
    for (auto& future : futures) values.push_back(co_await future.get());
    co_return values;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    mini::Cancellables running;
    std::vector<mini::Future<std::string>> futures(servers.size());
    for (std::size_t i = 0; i < servers.size(); ++i) running += aio::create_task(fulfil(futures[i], servers[i]));
    try {
        co_return co_await aio::timeout(budget, read(futures));
    } catch (const aio::TimeoutError&) {
        std::cout << "future is uncertain: too late\n";
    }
    co_return std::nullopt;
}
