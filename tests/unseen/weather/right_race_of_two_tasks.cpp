// Right: the collecting task and a timer task race for one event; the loser is cancelled and waited for.
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

static aio::Coroutine<std::vector<std::string>> collect(std::vector<Server> servers, std::shared_ptr<aio::Event> end) {
    std::vector<aio::Coroutine<std::string>> v;
    for (auto& s : servers) v.push_back(fetch_weather(s.name, s.delay));
    auto texts = co_await aio::gather(v);
    end->set();
    co_return texts;
}

static aio::Coroutine<> clock_task(aio::Duration budget, std::shared_ptr<aio::Event> end) {
    co_await aio::sleep(budget);
    end->set();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto end = std::make_shared<aio::Event>();
    auto work = aio::create_task(collect(std::move(servers), end));
    auto timer = aio::create_task(clock_task(budget, end));
    try {
        co_await end->wait();
    } catch (...) {
        work.cancel();
        timer.cancel();
        throw;
    }
    timer.cancel();
    work.cancel();  // nothing happens when it is done
    std::vector<aio::Task<std::vector<std::string>>> just_work{work};
    auto results = co_await aio::gather(aio::return_exceptions, just_work);
    if (results[0].ok()) co_return results[0].value();
    std::cout << "The clock was faster. Too late.\n";
    co_return std::nullopt;
}
