// Fault: always sleeps the whole budget and only then looks who has answered.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Météo " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> taches;
    for (const Server& s : servers) taches.push_back(aio::create_task(fetch_weather(s.name, s.delay)));

    try {
        co_await aio::sleep(budget);
    } catch (const aio::CancelledError&) {
        for (auto& t : taches) t.cancel();
        throw;
    }

    Forecast resultat = std::vector<std::string>();
    for (auto& t : taches) {
        if (!t.done()) {
            t.cancel();
            resultat.reset();
        } else if (resultat) {
            resultat->push_back(t.result());
        }
    }
    if (!resultat) std::puts("Le temps est écoulé, un serveur manque.");
    co_return resultat;
}
