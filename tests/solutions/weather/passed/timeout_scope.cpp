// Right: a TimeoutScope, asked afterwards whether it has expired; the name of the answer stands in a sentence.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <sstream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::ostringstream sentence;
    sentence << "Dear listeners, here is " << server << " with sun.";
    co_await aio::sleep(delay);
    co_return sentence.str();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay), server.name));
    }
    aio::TimeoutScope scope(budget);
    Forecast result;
    try {
        result = co_await aio::timeout(scope, aio::gather(tasks));
    } catch (const aio::TimeoutError&) {
        result.reset();
    }
    if (scope.expired()) std::cout << "time is over" << std::endl;
    co_return result;
}
