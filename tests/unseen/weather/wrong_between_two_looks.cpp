// Wrong: polls every 90 ms under a timeout; when the last answer comes between the last look and the end of the budget it is thrown away.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

struct Sheet {
    std::vector<std::string> texts;
    std::size_t count = 0;
};

static aio::Coroutine<> fill_in(std::shared_ptr<Sheet> sheet, std::size_t line, Server server) {
    sheet->texts[line] = co_await fetch_weather(server.name, server.delay);
    sheet->count += 1;
}

static aio::Coroutine<> until_full(std::shared_ptr<Sheet> sheet) {
    while (sheet->count != sheet->texts.size()) co_await aio::sleep(90ms);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto sheet = std::make_shared<Sheet>();
    sheet->texts.resize(servers.size());
    std::vector<aio::Task<>> tasks;
    for (std::size_t i = 0; i < servers.size(); ++i)
        tasks.push_back(aio::create_task(fill_in(sheet, i, servers[i])));
    try {
        co_await aio::timeout(budget, until_full(sheet));
        co_return sheet->texts;
    } catch (const aio::TimeoutError&) {
        for (auto& t : tasks) t.cancel();
        std::cout << "Too late\n";
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    co_return std::nullopt;
}
