#pragma once

#include "runtime/run.hpp"

#include <utility>

namespace bench {

template <class T>
T in_virtual_time(aio::Coroutine<T> work) {
    aio::VirtualClock clock;
    return aio::run(std::move(work), {.clock = &clock});
}

}  // namespace bench
