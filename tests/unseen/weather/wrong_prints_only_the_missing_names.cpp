// Wrong: when it is too late it prints nothing but the names of the missing servers, which is nothing at all when these are empty.
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

static aio::Coroutine<> frage( Server server, std::string& ziel, bool& da )
{
  ziel = co_await fetch_weather( server.name, server.delay );
  da = true;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  struct Antwort { std::string text; bool da = false; };
  std::vector<Antwort> antworten( servers.size() );
  std::vector<aio::Coroutine<>> fragen;
  for ( std::size_t i = 0; i < servers.size(); ++i )
    fragen.push_back( frage( servers[i], antworten[i].text, antworten[i].da ) );
  try
  {
    co_await aio::timeout( budget, aio::gather( fragen ) );
  }
  catch ( const aio::TimeoutError& )
  {
    for ( std::size_t i = 0; i < servers.size(); ++i )
      if ( !antworten[i].da ) std::cerr << servers[i].name;
    co_return std::nullopt;
  }
  std::vector<std::string> texte;
  for ( auto& a : antworten ) texte.push_back( a.text );
  co_return texte;
}
