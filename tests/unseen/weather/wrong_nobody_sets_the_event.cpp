// Wrong: without a server nobody ever sets the event, so the empty list is "too late" instead of an empty result.
// Loses: results-in-order
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

static aio::Coroutine<> frage( Server server, std::string& ziel, std::size_t& offen, aio::Event& fertig )
{
  ziel = co_await fetch_weather( server.name, server.delay );
  if ( --offen == 0 ) fertig.set();
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  std::vector<std::string> antworten( servers.size() );
  std::size_t offen = servers.size();
  aio::Event fertig;
  try
  {
    co_await aio::timeout( budget, aio::task_group( [&]( aio::TaskGroup& gruppe ) -> aio::Coroutine<>
    {
      for ( std::size_t i = 0; i < servers.size(); ++i )
        gruppe.create_task( frage( servers[i], antworten[i], offen, fertig ) );
      co_await fertig.wait();
    } ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "Zu spät\n";
    co_return std::nullopt;
  }
  co_return antworten;
}
