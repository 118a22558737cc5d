// Wrong: the message is written into a string stream that nobody ever prints.
// Loses: says-too-late
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <sstream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

class Logger {
public:
    template <class T>
    Logger& operator<<(const T& what) {
        buffer_ << what;
        return *this;
    }

private:
    std::ostringstream buffer_;
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Logger logger;
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto answers = co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError& error) {
        logger << "Too late: " << error.what() << "\n";
    }
    co_return std::nullopt;
}
