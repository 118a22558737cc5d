// Wrong: the budget is the time between two answers: each answer that comes starts it anew.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

using Post = aio::Queue<std::pair<std::size_t, std::string>>;

static aio::Coroutine<> send(std::shared_ptr<Post> post, std::size_t i, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    post->put_nowait({i, std::move(text)});
}

class AtExit {
public:
    explicit AtExit(std::vector<aio::Task<>>& tasks) : tasks_(tasks) {}
    ~AtExit() {
        for (auto& t : tasks_) t.cancel();
    }

private:
    std::vector<aio::Task<>>& tasks_;
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto post = std::make_shared<Post>();
    std::vector<aio::Task<>> tasks;
    AtExit at_exit(tasks);
    for (std::size_t i = 0; i < servers.size(); ++i) tasks.push_back(aio::create_task(send(post, i, servers[i])));
    std::vector<std::string> answers(servers.size());
    try {
        for (std::size_t n = 0; n < servers.size(); ++n) {
            auto [i, text] = co_await aio::timeout(budget, post->get());
            answers[i] = text;
        }
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    co_return answers;
}
