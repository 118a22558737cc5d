// Right: a TimeoutScope is the limit, and its expired() decides what is said.
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
  std::vector<aio::Coroutine<std::string>> anfragen;
  for ( auto const& server : servers )
    anfragen.emplace_back( fetch_weather( server.name, server.delay ) );

  aio::TimeoutScope grenze( budget );
  Forecast ergebnis = std::nullopt;
  try
  {
    ergebnis = co_await aio::timeout( grenze, aio::gather( anfragen ) );
  }
  catch ( aio::TimeoutError const& )
  {
    if ( grenze.expired() ) std::cout << "Zu spät: heute keine Vorhersage\n";
  }
  co_return ergebnis;
}
