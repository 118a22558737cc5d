// Right: each answer gives a slot to a semaphore that starts at zero; the collector takes as many as there are servers.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

struct Mail {
    aio::Semaphore arrived{0};
    std::vector<std::string> letters;
};

static aio::Coroutine<> postman(std::shared_ptr<Mail> mail, std::size_t box, Server server) {
    mail->letters[box] = co_await fetch_weather(std::move(server.name), server.delay);
    mail->arrived.release();
}

static aio::Coroutine<> count(std::shared_ptr<Mail> mail, std::size_t n) {
    std::vector<aio::Permit> kept;  // not to be given back
    while (kept.size() < n) kept.push_back(co_await mail->arrived.acquire());
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto mail = std::make_shared<Mail>();
    mail->letters.resize(servers.size());
    std::vector<aio::Task<>> postmen;
    for (std::size_t i = 0; i < servers.size(); ++i)
        postmen.push_back(aio::create_task(postman(mail, i, servers[i])));
    const auto dismiss = [&postmen] {
        for (auto& p : postmen) p.cancel();
    };
    try {
        co_await aio::timeout(budget, count(mail, servers.size()));
        co_return mail->letters;
    } catch (const aio::TimeoutError&) {
        dismiss();
        std::cout << "The mail is late today.\n";
    } catch (...) {
        dismiss();
        throw;
    }
    co_return std::nullopt;
}
