#include "rate_limit.hpp"

aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length) {
    // TODO 1: start every request without waiting for the one before it.
    // TODO 2: has a request begun `most` requests ago? Then this one begins `span` after it, not before.
    // TODO 3: wait for the last one.
    co_return;
}
