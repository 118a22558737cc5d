// Right: a counter and an event that the last answer sets; shared state is owned by all, tasks are cancelled by a guard.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

namespace {

struct Board {
    explicit Board(std::size_t n) : lines(n), missing(n) {}
    std::vector<std::string> lines;
    std::size_t missing;
    aio::Event complete;
};

aio::Coroutine<> write_line(std::shared_ptr<Board> board, std::size_t i, Server server) {
    board->lines[i] = co_await fetch_weather(server.name, server.delay);
    if (--board->missing == 0) board->complete.set();
}

struct StopAll {
    std::vector<aio::Task<>> tasks;
    ~StopAll() {
        for (auto& t : tasks) t.cancel();
    }
};

}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    if (servers.empty()) co_return std::vector<std::string>{};
    auto board = std::make_shared<Board>(servers.size());
    StopAll stop;
    for (std::size_t i = 0; i < servers.size(); ++i)
        stop.tasks.push_back(aio::create_task(write_line(board, i, servers[i])));
    try {
        co_await aio::timeout(budget, board->complete.wait());
    } catch (const aio::TimeoutError&) {
        std::cout << board->missing << " answers are missing. Too late.\n";
        co_return std::nullopt;
    }
    co_return board->lines;
}
