// Right: a request's delay is spent in two waits, a tenth to connect and the rest to read the answer.
#include "exercises/weather/weather.hpp"

#include <iostream>

class Connection {
  public:
    Connection(std::string server, aio::Duration delay) : server_(std::move(server)), delay_(delay) {}

    aio::Coroutine<> open() {
        co_await aio::sleep(delay_ / 10);
        std::cout << "connected to " << server_ << "\n";
    }
    aio::Coroutine<std::string> read() {
        co_await aio::sleep(delay_ - delay_ / 10);
        co_return "data from " + server_;
    }

  private:
    std::string server_;
    aio::Duration delay_;
};

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    Connection connection(server, delay);
    co_await connection.open();
    std::string data = co_await connection.read();
    co_return data;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto data = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return data;
    } catch (const aio::TimeoutError&) {
        std::cout << "connection lost\n";
        co_return std::nullopt;
    }
}
