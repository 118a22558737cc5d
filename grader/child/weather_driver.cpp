#include "exercises/weather/weather.hpp"

#include "grader/child/driver.hpp"

#include <iostream>

namespace child {

namespace {

std::vector<Server> servers_of(const Arguments& arguments) {
    std::vector<Server> servers;
    for (int i = 0; i < arguments.number("servers"); ++i) {
        const std::string server = "server." + std::to_string(i);
        servers.emplace_back(arguments.text(server + ".name"), arguments.duration(server + ".delay"));
    }
    return servers;
}

}  // namespace

aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results) {
    if (function == "fetch_weather") {
        const std::string text =
            co_await fetch_weather(arguments.text("server"), arguments.duration("delay"));
        results.add("text", text);
    }
    if (function == "forecast") {
        const Forecast answers = co_await forecast(servers_of(arguments), arguments.duration("budget"));
        if (!answers) {
            results.add("forecast", "nullopt");
        } else {
            results.add("forecast", std::to_string(answers->size()));
            for (const std::string& answer : *answers) results.add("answer", answer);
        }
    }
}

aio::Coroutine<> perform_live() {
    using namespace std::chrono_literals;
    std::vector<Server> servers;
    servers.emplace_back("A", 1s);
    servers.emplace_back("B", 5s);
    servers.emplace_back("C", 500ms);
    const Forecast answers = co_await forecast(std::move(servers), 3s);
    std::cout << "forecast() gave " << (answers ? std::to_string(answers->size()) + " answers" : "nullopt")
              << '\n';
    if (answers) {
        for (const std::string& answer : *answers) std::cout << "  " << answer << '\n';
    }
}

}  // namespace child
