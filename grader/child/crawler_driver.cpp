#include "exercises/crawler/crawler.hpp"

#include "grader/child/driver.hpp"

#include <utility>

namespace child {

namespace {

/// Somebody else who uses a slot for a while.
aio::Coroutine<> occupy(aio::Permit slot, aio::Duration length) {
    co_await aio::sleep(length);
    slot.release();
}

}  // namespace

aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results) {
    if (function == "download") {
        aio::Semaphore slots(1);
        aio::Permit slot = co_await slots.acquire();  // here: in whatever order tasks go, it is taken
        const aio::Task<> other =
            aio::create_task(occupy(std::move(slot), arguments.duration("slot_taken_for")));
        co_await download(slots, arguments.number("page"));
        results.add("slot_given_back", slots.locked() ? "no" : "yes");
        co_await other;
    }
    if (function == "crawl") co_await crawl(arguments.number("pages"), arguments.number("limit"));
}

aio::Coroutine<> perform_live() { co_await crawl(10, 3); }

}  // namespace child
