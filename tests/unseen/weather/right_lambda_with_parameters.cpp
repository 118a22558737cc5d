// Right: a captureless lambda makes the whole work, everything comes in by parameters.
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
  constexpr auto frage_alle = []( std::vector<Server> wen ) -> aio::Coroutine<std::vector<std::string>>
  {
    std::vector<aio::Task<std::string>> laufende;
    for ( auto& s : wen ) laufende.push_back( aio::create_task( fetch_weather( s.name, s.delay ) ) );
    co_return co_await aio::gather( laufende );
  };
  try
  {
    co_return co_await aio::timeout( budget, frage_alle( servers ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "zu spät\n";
  }
  co_return std::nullopt;
}
