// Right: a condition, notified at each answer, whose predicate is that all are there.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>
#include <optional>

aio::Coroutine<std::string> fetch_weather( std::string server, aio::Duration delay )
{
  std::string text = "Wetter von ";
  text += server;
  text += ": heiter bis wolkig";
  co_await aio::sleep( delay );
  co_return text;
}

struct Desk
{
  aio::Condition changed;
  std::vector<std::optional<std::string>> slots;
  std::size_t filled = 0;
};

static aio::Coroutine<> deliver( std::shared_ptr<Desk> desk, std::size_t place, Server server )
{
  auto text = co_await fetch_weather( server.name, server.delay );
  auto guard = co_await desk->changed.acquire();
  desk->slots[place] = std::move( text );
  ++desk->filled;
  desk->changed.notify_all();
}

static aio::Coroutine<std::vector<std::string>> wait_for_all( std::shared_ptr<Desk> desk )
{
  auto guard = co_await desk->changed.acquire();
  co_await desk->changed.wait_for( [&d = *desk] { return d.filled == d.slots.size(); } );
  std::vector<std::string> result;
  for ( auto& slot : desk->slots ) result.push_back( *slot );
  co_return result;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  auto desk = std::make_shared<Desk>();
  desk->slots.resize( servers.size() );
  std::vector<aio::Task<>> boten;   // einer je Server
  for ( std::size_t i = 0; i < servers.size(); ++i )
    boten.push_back( aio::create_task( deliver( desk, i, servers[i] ) ) );

  Forecast result;
  try
  {
    result = co_await aio::timeout( budget, wait_for_all( desk ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "Zu spaet!\n";
  }
  catch ( ... )
  {
    for ( auto& b : boten ) b.cancel();
    throw;
  }
  for ( auto& b : boten ) b.cancel();
  co_await aio::gather( aio::return_exceptions, boten );
  co_return result;
}
