// Right: std::list, iterators and std::transform, with the coroutines moved into a vector at the end.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>
#include <iterator>
#include <list>

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
  std::list<aio::Task<std::string>> liste;
  std::transform( servers.begin(), servers.end(), std::back_inserter( liste ),
                  []( const Server& s ) { return aio::create_task( fetch_weather( s.name, s.delay ), s.name ); } );
  std::vector<aio::Task<std::string>> alle( liste.begin(), liste.end() );
  try
  {
    co_return co_await aio::timeout( budget, aio::gather( alle ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::clog << "Zu spät" << std::endl;
  }
  co_return std::nullopt;
}
