// Fault: takes one answer more from its queue than there are servers, and so always waits until the budget is spent.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

using Mail = std::shared_ptr<aio::Queue<std::string>>;

aio::Coroutine<> request(Mail mail, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    co_await mail->put(text);
}

aio::Coroutine<std::vector<std::string>> read(Mail mail, std::size_t count) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i <= count; ++i) {
        std::string text = co_await mail->get();
        texts.push_back(text);
    }
    co_return texts;
}

aio::Coroutine<> requests_of(Mail mail, std::vector<Server> servers) {
    std::vector<aio::Coroutine<>> requests;
    for (const Server& server : servers) requests.push_back(request(mail, server));
    co_await aio::gather(std::move(requests));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Mail mail = std::make_shared<aio::Queue<std::string>>();
    try {
        auto [nothing, texts] =
            co_await aio::timeout(budget, aio::gather(requests_of(mail, servers), read(mail, servers.size())));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return std::nullopt;
}
