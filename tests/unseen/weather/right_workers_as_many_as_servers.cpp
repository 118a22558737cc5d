// Right: a job queue and workers, exactly one worker for each server, so nobody waits for a turn.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Job {
    std::size_t index;
    Server server;
};

static aio::Coroutine<> worker(aio::Queue<Job>& jobs, std::vector<std::string>& results) {
    while (!jobs.empty()) {
        Job job = jobs.get_nowait();
        results[job.index] = co_await fetch_weather(job.server.name, job.server.delay);
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Queue<Job> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.put_nowait(Job{i, servers[i]});
    std::vector<std::string> results(servers.size());
    std::vector<aio::Coroutine<>> workers;
    for (std::size_t i = 0; i < servers.size(); ++i) workers.push_back(worker(jobs, results));
    try {
        co_await aio::timeout(budget, aio::gather(workers));
        co_return results;
    } catch (const aio::TimeoutError&) {
        std::cout << "The workers go home, too late.\n";
    }
    co_return std::nullopt;
}
