#pragma once

#include "runtime/aio.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A weather server: its name, and how long it takes to answer.
struct Server {
    Server(std::string its_name, aio::Duration its_delay) : name(std::move(its_name)), delay(its_delay) {}

    std::string name;
    aio::Duration delay;
};

/// The answers of all servers, in the servers' order, or `std::nullopt` when they did not all come in time.
using Forecast = std::optional<std::vector<std::string>>;

/// Waits exactly `delay` without blocking the loop: that is the server at work.
/// Gives its weather, a text of your own that contains the name of the server, unchanged.
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay);

/// Asks every server at the same moment, and gives their answers in the order of `servers`.
/// When they are not all there after `budget`: stops asking, says that it is too late, gives `std::nullopt`.
aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget);
