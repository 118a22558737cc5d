// Right: asyncio.wait_for as a Python programmer would write it.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

// async def fetch_weather(server, delay):
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    // await asyncio.sleep(delay)
    co_await aio::sleep(delay);
    // return f"weather from {server}"
    co_return "weather from " + server;
}

// async def forecast(servers, budget):
aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> coros;
    for (auto& [name, delay] : servers) coros.push_back(fetch_weather(name, delay));
    // try: return await asyncio.wait_for(asyncio.gather(*coros), budget)
    try {
        co_return co_await aio::wait_for(aio::gather(coros), budget);
    } catch (const aio::TimeoutError&) {
        // except TimeoutError: print("too late")
        std::cout << "too late" << std::endl;
    }
    co_return std::nullopt;  // return None
}
