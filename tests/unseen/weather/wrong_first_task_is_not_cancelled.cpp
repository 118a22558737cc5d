// Wrong: off by one: the loop that cancels begins at 1, so the first server runs on when it is the slow one.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather( std::string server, aio::Duration delay )
{
  std::string text = "Wetter von ";
  text += server;
  text += ": heiter bis wolkig";
  co_await aio::sleep( delay );
  co_return text;
}

using Kasten = std::shared_ptr<aio::Queue<std::pair<std::size_t, std::string>>>;

static aio::Coroutine<> bote( Kasten kasten, std::size_t i, Server server )
{
  auto text = co_await fetch_weather( server.name, server.delay );
  kasten->put_nowait( { i, text } );
}

static aio::Coroutine<std::vector<std::string>> leeren( Kasten kasten, std::size_t n )
{
  std::vector<std::string> texte( n );
  for ( std::size_t k = 0; k < n; ++k )
  {
    auto brief = co_await kasten->get();
    texte[brief.first] = brief.second;
  }
  co_return texte;
}

aio::Coroutine<Forecast> forecast( std::vector<Server> servers, aio::Duration budget )
{
  auto kasten = std::make_shared<aio::Queue<std::pair<std::size_t, std::string>>>();
  std::vector<aio::Task<>> boten;
  for ( std::size_t i = 0; i < servers.size(); ++i )
    boten.push_back( aio::create_task( bote( kasten, i, servers[i] ) ) );
  try
  {
    co_return co_await aio::timeout( budget, leeren( kasten, servers.size() ) );
  }
  catch ( const aio::TimeoutError& )
  {
    std::cout << "Zu spät\n";
    for ( std::size_t i = 1; i < boten.size(); ++i ) boten[i].cancel();
  }
  catch ( ... )
  {
    for ( auto& b : boten ) b.cancel();
    throw;
  }
  co_return std::nullopt;
}
