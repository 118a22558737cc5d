// Attack: Gives the runtime's and the language's words another meaning.
// Outcome: compile_error

#define Coroutine Task
#define co_await
#define main not_main

#include "exercises/toaster/toaster.hpp"

aio::Coroutine<> toast_bread() { co_await aio::sleep(aio::Duration(2)); }
aio::Coroutine<> brew_coffee() { co_await aio::sleep(aio::Duration(2)); }
aio::Coroutine<Breakfast> breakfast() { return Breakfast(); }
