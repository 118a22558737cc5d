// Right: a struct keeps each server, its task and its answer together.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Request {
    Server server;
    aio::Task<std::string> task;
    std::string answer = {};
};

static aio::Coroutine<> finish(std::vector<Request>& requests) {
    for (Request& r : requests) r.answer = co_await r.task;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<Request> requests;
    for (const Server& s : servers)
        requests.push_back(Request{s, aio::create_task(fetch_weather(s.name, s.delay))});
    try {
        co_await aio::timeout(budget, finish(requests));
    } catch (const aio::TimeoutError&) {
        for (Request& r : requests) {
            if (r.task.done()) continue;
            std::cout << r.server.name << " is too slow\n";
            r.task.cancel();
        }
        std::cout << "Too late\n";
        co_return std::nullopt;
    } catch (...) {
        for (Request& r : requests) r.task.cancel();
        throw;
    }
    std::vector<std::string> answers;
    for (Request& r : requests) answers.push_back(r.answer);
    co_return answers;
}
