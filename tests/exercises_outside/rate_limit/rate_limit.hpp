#pragma once

#include "runtime/aio.hpp"

#include <iostream>

/// Sends one request, which takes `length`.
inline aio::Coroutine<> send(int number, aio::Duration length) {
    std::cout << "request " << number << '\n';
    co_await aio::sleep(length);
}

/// Sends the requests 0, 1, … `requests` - 1, each exactly once, each as early as the server allows: in any
/// stretch of `span` at most `most` of them may begin. (Two that are exactly `span` apart are in no such
/// stretch.) How many are under way at the same time does not matter. Returns when the last one is over.
/// This is what you write.
aio::Coroutine<> send_all(int requests, int most, aio::Duration span, aio::Duration length);
