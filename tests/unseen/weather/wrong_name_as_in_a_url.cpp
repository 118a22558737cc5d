// Wrong: the name is percent-encoded as in an address: blanks, quotes, % and other scripts are changed.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <cctype>

// like urllib.parse.quote
static std::string quote(const std::string& text) {
    static const char digits[] = "0123456789ABCDEF";
    std::string out;
    for (unsigned char c : text) {
        if (std::isalnum(c) || c == '-' || c == '_' || c == '.' || c == '~') {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    }
    return out;
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "GET https://weather.example/" + quote(server) + " -> 200 OK, sunny";
}

// who said it stands in front of what was said
static aio::Coroutine<std::string> signed_answer(Server server) {
    auto text = co_await fetch_weather(server.name, server.delay);
    co_return "[" + server.name + "] " + text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> all;
    for (Server& server : servers) all.push_back(signed_answer(std::move(server)));
    try {
        co_return Forecast{co_await aio::timeout(budget, aio::gather(all))};
    } catch (aio::TimeoutError&) {
        std::cerr << "too late\n";
        co_return std::nullopt;
    }
}
