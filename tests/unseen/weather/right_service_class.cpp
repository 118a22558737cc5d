// Right: an over-engineered class whose object lives in the frame of forecast.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <string_view>

namespace weather {

class Printer {
public:
    virtual ~Printer() = default;
    virtual void say(std::string_view text) = 0;
};

class ConsolePrinter final : public Printer {
public:
    void say(std::string_view text) override { std::cout << text << '\n'; }
};

class Service {
public:
    Service(std::vector<Server> servers, Printer& printer) : servers_(std::move(servers)), printer_(printer) {}

    aio::Coroutine<Forecast> run(aio::Duration budget) {
        try {
            co_return co_await aio::timeout(budget, ask_all());
        } catch (const aio::TimeoutError&) {
            printer_.say("Too late: no forecast today");
            co_return std::nullopt;
        }
    }

private:
    aio::Coroutine<std::vector<std::string>> ask_all() {
        std::vector<aio::Coroutine<std::string>> requests;
        for (const auto& server : servers_) requests.push_back(fetch_weather(server.name, server.delay));
        co_return co_await aio::gather(std::move(requests));
    }

    std::vector<Server> servers_;
    Printer& printer_;
};

}  // namespace weather

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    weather::ConsolePrinter printer;
    weather::Service service(std::move(servers), printer);
    co_return co_await service.run(budget);
}
