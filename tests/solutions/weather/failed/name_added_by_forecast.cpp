// Fault: fetch_weather leaves the server's name out, and forecast writes it in front afterwards.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "du soleil";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> demandes;
    for (auto& s : servers) demandes.push_back(fetch_weather(s.name, s.delay));

    std::vector<std::string> textes;
    try {
        textes = co_await aio::timeout(budget, aio::gather(std::move(demandes)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Trop lent !\n";
        co_return std::nullopt;
    }
    for (std::size_t i = 0; i < textes.size(); ++i) {
        textes[i] = servers[i].name + " : " + textes[i];
    }
    co_return textes;
}
