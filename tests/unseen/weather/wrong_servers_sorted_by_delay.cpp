// Wrong: the servers are sorted by delay first (the fast ones are to come first), so the answers follow that order.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

// joue le serveur
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay)
{
    std::cout << "-> " << server << std::endl;
    co_await aio::sleep(delay);
    std::cout << "<- " << server << std::endl;
    co_return "Météo de " + server + " : ensoleillé";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget)
{
    // les plus rapides d'abord
    std::stable_sort(servers.begin(), servers.end(),
                     [](const Server &a, const Server &b) { return a.delay < b.delay; });
    std::vector<aio::Task<std::string>> taches;
    for (const auto &s : servers) taches.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, aio::gather(taches));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard" << std::endl;
    }
    co_return std::nullopt;
}
