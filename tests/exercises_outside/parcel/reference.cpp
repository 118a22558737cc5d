#include "parcel.hpp"
#include <iostream>

aio::Coroutine<std::string> deliver(aio::Duration length) {
    std::cout << "on its way\n";
    try {
        co_await aio::sleep(length);
    } catch (const aio::CancelledError&) {
        std::cout << "taken back\n";
        throw;
    }
    co_return "delivered";
}

aio::Coroutine<std::string> order(aio::Duration work, aio::Duration length) {
    auto delivery = aio::create_task(deliver(length));
    co_await aio::sleep(work);
    co_return co_await delivery;
}
