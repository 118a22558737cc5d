#pragma once
#include "runtime/aio.hpp"

/// Says that the parcel is on its way, takes `length`, and gives "delivered". When it is cancelled it says so, and lets the
/// cancellation through.
aio::Coroutine<std::string> deliver(aio::Duration length);

/// Starts a delivery in the background, works for `work` meanwhile, then waits for the delivery and gives what it gave.
aio::Coroutine<std::string> order(aio::Duration work, aio::Duration length);
