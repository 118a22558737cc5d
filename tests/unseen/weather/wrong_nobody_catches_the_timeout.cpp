// Wrong: the TimeoutError is not caught at all: nothing is said, and it comes out of forecast.
// Loses: gives-up-in-time, says-too-late
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather( std::string server, aio::Duration delay )
{
  std::string text = "Wetter von ";
  text += server;
  text += ": heiter bis wolkig";
  co_await aio::sleep( delay );
  co_return text;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  std::vector<aio::Coroutine<std::string>> fragen;
  for ( auto& s : servers ) fragen.push_back( fetch_weather( s.name, s.delay ) );
  Forecast antworten = co_await aio::timeout( budget, aio::gather( fragen ) );
  co_return antworten;
}
