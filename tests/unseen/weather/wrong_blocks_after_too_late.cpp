// Wrong: when it is too late it says so and then blocks the thread for 40 ms.
// Loses: gives-up-in-time
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <thread>

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
  for ( const Server& s : servers ) fragen.push_back( fetch_weather( s.name, s.delay ) );
  try
  {
    co_return co_await aio::timeout( budget, aio::gather( fragen ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "Zu spät!" << std::endl;
    std::this_thread::sleep_for( 40ms );
  }
  co_return std::nullopt;
}
