// Right: says single letters, without a line end and without a flush.
#include "exercises/toaster/toaster.hpp"
#include <iostream>
using namespace std::chrono_literals;
aio::Coroutine<> toast_bread(){ std::cout<<'b'; co_await aio::sleep(2s); std::cout<<'B'; }
aio::Coroutine<> brew_coffee(){ std::cout<<'c'; co_await aio::sleep(2s); std::cout<<'C'; }
aio::Coroutine<Breakfast> breakfast(){
  Breakfast r; auto t=aio::now();
  co_await toast_bread(); co_await brew_coffee();
  r.one_after_the_other=aio::now()-t; t=aio::now();
  co_await aio::gather(brew_coffee(),toast_bread());
  r.together=aio::now()-t; co_return r;
}
