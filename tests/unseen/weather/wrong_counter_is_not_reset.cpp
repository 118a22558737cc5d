// Wrong: the static counter of missing answers is not reset after a call that was too late or cancelled, so the next one never becomes complete.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static int missing = 0;

static aio::Coroutine<> request(Server server, std::string& slot, aio::Event& complete) {
    slot = co_await fetch_weather(server.name, server.delay);
    if (--missing == 0) complete.set();
    co_await complete.wait();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Event complete;
    std::vector<std::string> slots(servers.size());
    std::vector<aio::Coroutine<>> requests;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        ++missing;
        requests.push_back(request(servers[i], slots[i], complete));
    }
    try {
        co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late, missing: " << missing << "\n";
        co_return std::nullopt;
    }
    co_return slots;
}
