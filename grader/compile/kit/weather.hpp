#pragma once

// What most forecasts write; see familiar.hpp.

#include "exercises/weather/weather.hpp"
#include "grader/compile/kit/familiar.hpp"

namespace awaitlab_familiar {

inline aio::Coroutine<Forecast> forecasts(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(answers(server.name, server.delay));
    for (std::size_t i = 0; i < servers.size(); ++i) prints(servers[i].delay, servers[i].name, 1);
    try {
        auto answers = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        co_return std::nullopt;
    }
}

inline aio::Coroutine<Forecast> forecasts_with_tasks(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (auto& server : servers) tasks.push_back(aio::create_task(answers(server.name, server.delay)));
    std::vector<std::string> all = co_await aio::timeout(budget, aio::gather(tasks));
    co_await aio::timeout(budget, aio::gather(std::move(tasks)));
    auto collected = co_await aio::timeout(budget, collects({}));
    for (auto& task : tasks) {
        if (!task.done()) task.cancel();
    }
    Forecast result = co_await forecasts(servers, budget);
    co_return Forecast(std::move(all));
}

}  // namespace awaitlab_familiar
