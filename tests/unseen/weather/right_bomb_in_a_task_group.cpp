// Right: a bomb task in the group blows the group up at the end of the budget; the last answer defuses it.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <stdexcept>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

namespace {
struct TooLate : std::runtime_error {
    TooLate() : std::runtime_error("too late") {}
};

aio::Coroutine<> bomb(aio::Duration fuse) {
    co_await aio::sleep(fuse);
    throw TooLate();
}

aio::Coroutine<> answer(Server server, std::string& slot, std::size_t& open, aio::Task<> the_bomb) {
    slot = co_await fetch_weather(server.name, server.delay);
    if (--open == 0) the_bomb.cancel();
}
}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> slots(servers.size());
    std::size_t open = servers.size();
    if (open == 0) co_return slots;
    const int before = aio::current_task().cancelling();
    try {
        co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
            aio::Task<> the_bomb = group.create_task(bomb(budget));
            for (std::size_t i = 0; i < servers.size(); ++i)
                group.create_task(answer(servers[i], slots[i], open, the_bomb));
            co_return;
        });
        co_return slots;
    } catch (const aio::ExceptionGroup&) {
        if (aio::current_task().cancelling() > before) throw aio::CancelledError();
        std::cout << "BOOM, too late\n";
    }
    co_return std::nullopt;
}
