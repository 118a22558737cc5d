#pragma once

#include "runtime/aio.hpp"

/// How long each half of breakfast took, measured while it was made.
struct Breakfast {
    aio::Duration one_after_the_other{};
    aio::Duration together{};
};

/// Says that the bread is in, waits 2 s without blocking the loop, says that it is ready.
aio::Coroutine<> toast_bread();

/// Says that the coffee is on, waits 2 s without blocking the loop, says that it is ready.
aio::Coroutine<> brew_coffee();

/// Makes bread and coffee one after the other, then makes both again at the same time.
/// Gives how long each of the two halves really took.
aio::Coroutine<Breakfast> breakfast();
