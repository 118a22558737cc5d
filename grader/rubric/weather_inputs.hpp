#pragma once

#include "grader/protocol/protocol.hpp"
#include "grader/timeline/run.hpp"

#include <string>
#include <vector>

namespace grader {

struct AskedServer {
    std::string name;
    Time delay{};
};

/// What forecast() is called with.
struct Forecasting {
    std::vector<AskedServer> servers;
    Time budget{};
};

/// The server of fetch_weather() called alone.
inline const AskedServer fetched_alone{"Montréal-7", std::chrono::milliseconds(1700)};

/// The longest delay; zero without servers.
Time slowest(const Forecasting& inputs);

/// Reads them back from a script. Requires: a call of forecast made by weather_scenarios().
Forecasting inputs_of(const protocol::Call& call);

}  // namespace grader
