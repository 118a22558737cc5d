#include "exercises/crawler/crawler.hpp"

#include "grader/child/driver.hpp"

namespace child {

namespace {

/// Somebody else who uses a slot for a while. The semaphore outlives it.
aio::Coroutine<> occupy(aio::Semaphore& slots, aio::Duration length) {
    const aio::Permit slot = co_await slots.acquire();
    co_await aio::sleep(length);
}

}  // namespace

aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results) {
    if (function == "download") {
        aio::Semaphore slots(1);
        const aio::Task<> other = aio::create_task(occupy(slots, arguments.duration("slot_taken_for")));
        co_await aio::sleep(aio::Duration::zero());  // so that the other one has the slot
        co_await download(slots, arguments.number("page"));
        results.add("slot_given_back", slots.locked() ? "no" : "yes");
        co_await other;
    }
    if (function == "crawl") co_await crawl(arguments.number("pages"), arguments.number("limit"));
}

aio::Coroutine<> perform_live() { co_await crawl(10, 3); }

}  // namespace child
