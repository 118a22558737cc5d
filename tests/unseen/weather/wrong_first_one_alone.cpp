// Wrong: waits for the first server's answer before it asks all the others.
// Loses: all-at-once, results-in-order
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

static aio::Coroutine<std::vector<std::string>> alle( std::vector<Server> servers )
{
  std::vector<std::string> texte;
  if ( servers.empty() ) co_return texte;
  texte.push_back( co_await fetch_weather( servers[0].name, servers[0].delay ) );
  std::vector<aio::Coroutine<std::string>> rest;
  for ( std::size_t i = 1; i < servers.size(); ++i )
    rest.push_back( fetch_weather( servers[i].name, servers[i].delay ) );
  for ( auto& t : co_await aio::gather( rest ) ) texte.push_back( t );
  co_return texte;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  try
  {
    co_return co_await aio::timeout( budget, alle( servers ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "Zu spät\n";
    co_return std::nullopt;
  }
}
