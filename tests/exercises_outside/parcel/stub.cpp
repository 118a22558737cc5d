#include "parcel.hpp"

aio::Coroutine<std::string> deliver(aio::Duration length) {
    // TODO 1: say something, wait for `length`, give "delivered". What if you are cancelled?
    co_return "";
}

aio::Coroutine<std::string> order(aio::Duration work, aio::Duration length) {
    // TODO 2: make the delivery a task, wait for `work`, then await the task.
    co_return "";
}
