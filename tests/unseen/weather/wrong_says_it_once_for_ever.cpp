// Wrong: a static flag prints the message the first time only; later calls that are too late say nothing.
// Loses: says-too-late
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

static void sag_es_einmal( const char* text )
{
  static bool gesagt = false;
  if ( gesagt ) return;
  gesagt = true;
  std::cout << text << std::endl;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  std::vector<aio::Coroutine<std::string>> fragen;
  for ( auto& s : servers ) fragen.push_back( fetch_weather( s.name, s.delay ) );
  try
  {
    co_return co_await aio::timeout( budget, aio::gather( fragen ) );
  }
  catch ( const aio::TimeoutError& )
  {
    sag_es_einmal( "Zu spät: heute keine Vorhersage" );
  }
  co_return std::nullopt;
}
