#include "grader/rubric/draw.hpp"
#include "grader/rubric/exercise.hpp"
#include "grader/rubric/measures.hpp"
#include "grader/rubric/weather_inputs.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace grader {

using namespace std::chrono_literals;

namespace {

/// None of these names is part of another, so that a text tells which server it came from.
const std::vector<std::string> cities{"Lyon", "Oslo", "Quito", "Dakar", "Hanoi", "Turin", "Perth", "Osaka"};

std::int64_t microseconds(Time time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

protocol::Call forecast_call(const Forecasting& inputs) {
    protocol::Call call{"forecast", {}};
    const auto add = [&call](std::string name, std::string value) {
        call.arguments.emplace_back(std::move(name), std::move(value));
    };
    add("budget", std::to_string(inputs.budget.count()));
    add("servers", std::to_string(inputs.servers.size()));
    for (std::size_t i = 0; i < inputs.servers.size(); ++i) {
        const std::string server = "server." + std::to_string(i);
        add(server + ".name", inputs.servers[i].name);
        add(server + ".delay", std::to_string(inputs.servers[i].delay.count()));
    }
    return call;
}

nlohmann::ordered_json as_json(const Forecasting& inputs) {
    nlohmann::ordered_json servers = nlohmann::ordered_json::array();
    for (const AskedServer& server : inputs.servers) {
        servers.push_back({{"name", server.name}, {"delay_us", microseconds(server.delay)}});
    }
    return {{"servers", servers}, {"budget_us", microseconds(inputs.budget)}};
}

/// "A 1 s, B 5 s, C 0.5 s; budget 3 s"; of many only how many.
Text in_words(const Forecasting& inputs) {
    constexpr std::size_t most_named = 6;
    Text servers;
    for (const AskedServer& server : inputs.servers) {
        const Text one = say("{0} {1}", "{0} {1}", server.name, in_seconds(server.delay));
        servers = servers.empty() ? one : say("{0}, {1}", "{0}, {1}", servers, one);
    }
    if (inputs.servers.empty()) servers = {"no server", "aucun serveur"};
    if (inputs.servers.size() > most_named) {
        servers = say("{0} servers, the slowest {1}", "{0} serveurs, le plus lent {1}", inputs.servers.size(),
                      in_seconds(slowest(inputs)));
    }
    return say("{0}; budget {1}", "{0} ; budget {1}", servers, in_seconds(inputs.budget));
}

Scenario scenario(const char* id, Text name, const std::vector<Forecasting>& calls) {
    Scenario made;
    made.id = id;
    made.name = std::move(name);
    nlohmann::ordered_json inputs = nlohmann::ordered_json::array();
    for (const Forecasting& one : calls) {
        made.script.calls.push_back(forecast_call(one));
        inputs.push_back(as_json(one));
        made.inputs = made.inputs.empty()
                          ? in_words(one)
                          : say("{0}; then {1}", "{0} ; puis {1}", made.inputs, in_words(one));
    }
    made.inputs_json =
        calls.size() == 1 ? inputs.front().dump() : nlohmann::ordered_json{{"calls", inputs}}.dump();
    return made;
}

/// Servers with names and delays drawn, no two delays the same, in tenths of a second.
Forecasting draw_servers(Draw& draw, int count, int least_tenths, int most_tenths) {
    std::vector<std::string> names = cities;
    draw.shuffle(names);
    std::vector<int> tenths;
    for (int tenth = least_tenths; tenth <= most_tenths; ++tenth) tenths.push_back(tenth);
    draw.shuffle(tenths);
    Forecasting drawn;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        drawn.servers.push_back({names[at], tenths[at] * 100ms});
    }
    return drawn;
}

/// All in time; asked one after the other they would not be.
Forecasting in_time(Draw& draw) {
    Forecasting drawn = draw_servers(draw, draw.number(4, 6), 6, 18);
    drawn.budget = slowest(drawn) + draw.number(5, 8) * 100ms;
    // Arrival order must differ from the servers' order.
    if (std::ranges::is_sorted(drawn.servers, {}, &AskedServer::delay)) std::ranges::reverse(drawn.servers);
    return drawn;
}

/// The first is in time, at least two later ones are not.
Forecasting too_slow(Draw& draw) {
    Forecasting drawn = draw_servers(draw, draw.number(4, 6), 20, 60);
    drawn.budget = draw.number(12, 19) * 100ms;
    drawn.servers.front().delay = draw.number(3, 9) * 100ms;
    return drawn;
}

Forecasting many(Draw& draw) {
    Forecasting drawn;
    for (int i = 0; i < 50; ++i) {
        drawn.servers.push_back({"<" + std::to_string(i + 1) + ">", draw.number(2, 24) * 100ms});
    }
    drawn.budget = slowest(drawn) + 700ms;
    return drawn;
}

Scenario fetch_alone() {
    Scenario alone;
    alone.id = "fetch";
    alone.name = {"fetch_weather() alone", "fetch_weather() seule"};
    alone.script.calls.push_back(
        {"fetch_weather",
         {{"server", fetched_alone.name}, {"delay", std::to_string(fetched_alone.delay.count())}}});
    alone.inputs = say("{0}, {1}", "{0}, {1}", fetched_alone.name, in_seconds(fetched_alone.delay));
    alone.inputs_json = nlohmann::ordered_json{{"server", fetched_alone.name},
                                               {"delay_us", microseconds(fetched_alone.delay)}}
                            .dump();
    return alone;
}

}  // namespace

Time slowest(const Forecasting& inputs) {
    Time most{};
    for (const AskedServer& server : inputs.servers) most = std::max(most, server.delay);
    return most;
}

Forecasting inputs_of(const protocol::Call& call) {
    const auto argument = [&call](const std::string& name) {
        const auto found =
            std::ranges::find(call.arguments, name, &std::pair<std::string, std::string>::first);
        return found == call.arguments.end() ? std::string() : found->second;
    };
    Forecasting inputs;
    inputs.budget = Time(std::stoll(argument("budget")));
    const int count = std::stoi(argument("servers"));
    for (int i = 0; i < count; ++i) {
        const std::string server = "server." + std::to_string(i);
        inputs.servers.push_back({argument(server + ".name"), Time(std::stoll(argument(server + ".delay")))});
    }
    return inputs;
}

std::vector<Scenario> smaller_weather(const Scenario& scenario_of_more) {
    if (scenario_of_more.id == "as written") return {};  // that one the reader knows
    if (scenario_of_more.script.calls.at(0).function != "forecast") return {};
    std::vector<Forecasting> calls;
    for (const protocol::Call& call : scenario_of_more.script.calls) calls.push_back(inputs_of(call));
    std::vector<Scenario> all;
    const auto without = [&](std::size_t call, std::size_t begin, std::size_t end) {
        std::vector<Forecasting> less = calls;
        std::vector<AskedServer>& servers = less[call].servers;
        servers.erase(servers.begin() + static_cast<std::ptrdiff_t>(begin),
                      servers.begin() + static_cast<std::ptrdiff_t>(end));
        // What is in time stays in time, what is too late stays too late.
        const bool same_kind =
            (slowest(less[call]) > less[call].budget) == (slowest(calls[call]) > calls[call].budget);
        if (servers.empty() || !same_kind) return;
        const Scenario made = scenario("", {}, less);
        all.push_back(scenario_of_more);
        all.back().script.calls = made.script.calls;
        all.back().inputs_json = made.inputs_json;
        all.back().inputs = made.inputs;
    };
    for (std::size_t call = 0; call < calls.size(); ++call) {
        const std::size_t count = calls[call].servers.size();
        for (std::size_t part = count / 2; part > 0; part /= 2) {
            for (std::size_t begin = 0; begin + part <= count; begin += part)
                without(call, begin, begin + part);
        }
    }
    return all;
}

std::vector<Scenario> weather_scenarios(std::uint64_t seed) {
    Draw draw(seed);
    std::vector<Scenario> all;
    all.push_back(fetch_alone());
    const Forecasting as_written{{{"A", 1s}, {"B", 5s}, {"C", 500ms}}, 3s};
    const Forecasting nobody{{}, 2s};
    const Forecasting one{{{"Nice", 800ms}}, 2s};
    const Forecasting exactly{{{"Brest", 1s}, {"Lille", 2500ms}}, 2500ms};
    Forecasting never = draw_servers(draw, 3, 3, 12);
    never.servers[1].delay = std::chrono::hours(24 * 365);
    never.budget = 2200ms;
    all.push_back(scenario("as written", {"as written", "comme dans l'énoncé"}, {as_written}));
    all.push_back(scenario("in time", {"all in time", "toutes à temps"}, {in_time(draw)}));
    all.push_back(scenario("nobody", {"no server", "aucun serveur"}, {nobody}));
    all.push_back(scenario("one", {"one server", "un seul serveur"}, {one}));
    all.push_back(scenario("many", {"fifty servers", "cinquante serveurs"}, {many(draw)}));
    all.push_back(scenario("too slow", {"several too slow", "plusieurs trop lents"}, {too_slow(draw)}));
    all.push_back(scenario("never", {"one never answers", "un serveur muet"}, {never}));
    all.push_back(
        scenario("exactly", {"an answer exactly at the budget", "une réponse juste au budget"}, {exactly}));
    all.push_back(scenario("twice", {"in time, twice in a row", "à temps, deux fois de suite"},
                           {in_time(draw), in_time(draw)}));
    all.push_back(scenario("late, then in time", {"too late, then in time", "trop tard, puis à temps"},
                           {too_slow(draw), in_time(draw)}));
    all.push_back(scenario("cancelled",
                           {"cancelled from outside half way", "annulée de l'extérieur à mi-chemin"},
                           {too_slow(draw)}));
    all.back().cancel_at = 1s + 50ms;

    return all;
}

}  // namespace grader
