#pragma once

// What most toasters write; see familiar.hpp.

#include "exercises/toaster/toaster.hpp"
#include "grader/compile/kit/familiar.hpp"

namespace awaitlab_familiar {

inline aio::Coroutine<Breakfast> makes_breakfast() {
    Breakfast result;
    co_await waits();
    co_return result;
}

inline aio::Coroutine<Breakfast> makes_it_at_once() {
    auto breakfast = co_await makes_breakfast();
    co_return Breakfast{breakfast.one_after_the_other, breakfast.together};
}

}  // namespace awaitlab_familiar
