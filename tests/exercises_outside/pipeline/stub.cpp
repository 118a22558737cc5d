#include "pipeline.hpp"

aio::Coroutine<std::vector<int>> pipeline(std::vector<int> items, aio::Duration parsing,
                                          aio::Duration checking, aio::Duration storing) {
    // TODO 1: a coroutine for each stage, and a queue between two of them; all three at the same time.
    // TODO 2: how does a stage learn that nothing comes any more?
    // TODO 3: an item is bad: who stops the other stages?
    co_return std::vector<int>();
}
