// Right: a class owns the tasks and cancels in its destructor whatever still runs.
#include "exercises/weather/weather.hpp"

#include <iostream>

class Requests {
public:
    explicit Requests(const std::vector<Server>& servers) {
        for (const auto& server : servers) {
            tasks_.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
        }
    }

    Requests(const Requests&) = delete;
    Requests& operator=(const Requests&) = delete;

    ~Requests() {
        for (auto& task : tasks_) {
            if (!task.done()) task.cancel();
        }
    }

    aio::Coroutine<std::vector<std::string>> answers() {
        std::vector<std::string> all;
        for (auto& task : tasks_) all.push_back(co_await task);
        co_return all;
    }

private:
    std::vector<aio::Task<std::string>> tasks_;
};

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::cout << "got " << server << '\n';
    co_return "[" + server + "] cloudy";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Requests requests(servers);
    Forecast result;
    try {
        result = co_await aio::timeout(budget, requests.answers());
    } catch (const aio::TimeoutError& error) {
        std::cerr << "no forecast: " << error.what() << '\n';
    }
    co_return result;
}
