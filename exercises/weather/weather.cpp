// Exercise 2: the weather
//
// Several servers know the weather, and some of them are slow.
// Ask them all at once, and do not wait longer than the budget.
//
//   check your work   grader/grade check weather
//   see it live       grader/grade run weather
//   stuck?            grader/grade hint weather

#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    // TODO 1: wait `delay` without blocking the loop, then give a text that contains the server's name.
    co_return "";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    // TODO 2: ask every server at the same moment, and collect their answers.
    // TODO 3: put all of that under one timeout of `budget`.
    // TODO 4: too late? Say so. The result is then std::nullopt.
    co_return std::nullopt;
}
