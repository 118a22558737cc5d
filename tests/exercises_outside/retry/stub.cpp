#include "retry.hpp"

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    // TODO 1: ask the service, and give its answer.
    // TODO 2: when it throws a ServiceError, wait `pause` and ask again. (No co_await inside a catch: note
    //         there that it failed, and wait after it.)
    // TODO 3: each pause is twice as long as the one before it.
    // TODO 4: after `tries` failures, let the error through.
    co_return "";
}
