// Right: fetch_weather asks a server object again and again, and sleeps until it may be ready at the latest.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

namespace {
class RemoteServer {
public:
    RemoteServer(std::string name, aio::Duration work) : name_(std::move(name)), work_(work), since_(aio::now()) {}
    aio::Duration left() const { return work_ - (aio::now() - since_); }
    bool ready() const { return left() <= aio::Duration::zero(); }
    std::string answer() const { return "Hello from " + name_ + ", it is cloudy"; }

private:
    std::string name_;
    aio::Duration work_;
    aio::Duration since_;
};
}  // namespace

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    RemoteServer remote(server, delay);
    while (!remote.ready()) {
        // half of what is left, so that it looks more often towards the end
        const aio::Duration left = remote.left();
        co_await aio::sleep(std::min(left, std::max<aio::Duration>(left / 2, 1ms)));
    }
    co_return remote.answer();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
