// Right: everything is said in German on standard error, nothing on standard output.
#include "exercises/weather/weather.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay)
{
    std::fprintf(stderr, "%s wird gefragt\n", server.c_str());
    co_await aio::sleep(delay);
    std::fprintf(stderr, "%s hat geantwortet\n", server.c_str());
    co_return "Wetterbericht von " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget)
{
    std::vector<aio::Coroutine<std::string>> fragen;
    for (auto &s : servers) { fragen.push_back(fetch_weather(s.name, s.delay)); }
    try
    {
        auto antworten = co_await aio::timeout(budget, aio::gather(fragen));
        co_return Forecast(antworten);
    }
    catch (const aio::TimeoutError &)
    {
        std::fputs("Zu spaet, heute gibt es keine Vorhersage.\n", stderr);
    }
    co_return std::nullopt;
}
