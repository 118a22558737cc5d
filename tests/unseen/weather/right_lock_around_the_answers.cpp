// Right: an unneeded lock guards the answers, held only for the instant of writing.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <optional>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

class Answers {
public:
    explicit Answers(std::size_t n) : slots_(n) {}
    aio::Coroutine<> put(std::size_t i, std::string text) {
        auto guard = co_await lock_.acquire();
        slots_.at(i) = std::move(text);
    }
    std::vector<std::string> take() {
        std::vector<std::string> all;
        for (auto& slot : slots_) all.push_back(std::move(slot.value()));
        return all;
    }

private:
    aio::Lock lock_;
    std::vector<std::optional<std::string>> slots_;
};

static aio::Coroutine<> one(Answers& answers, std::size_t i, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    co_await answers.put(i, std::move(text));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Answers answers(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(one(answers, i, servers[i]));
    bool late = false;
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    if (late) {
        std::cout << "Too late.\n";
        co_return std::nullopt;
    }
    co_return answers.take();
}
