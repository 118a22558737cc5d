// Attack: Declares the exercise's functions, and defines none of them.
// Outcome: compile_error

#include "exercises/toaster/toaster.hpp"

aio::Coroutine<> toast_bread();
