// Right: says much, also what is left to do and when a page is done, with numbers that are no page's.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <string>
#include <vector>

using namespace std::chrono_literals;

// A line of its own for everything we say.
static void say(const std::string& what) {
    std::cerr << "[crawler] " << what << std::endl;
}

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    // First we need a slot. It is given back when `slot` goes out of scope.
    auto slot = co_await slots.acquire();

    say("Page " + std::to_string(page) + ": the download begins");
    co_await aio::sleep(1s);
    say("Page " + std::to_string(page) + ": the download is done");
}

aio::Coroutine<> crawl(int pages, int limit) {
    say("There are " + std::to_string(pages) + " pages.");
    say("We may take " + std::to_string(limit) + " at a time.");

    // The semaphore lives as long as this coroutine, which is longer than any download.
    aio::Semaphore slots(limit);

    std::vector<aio::Coroutine<>> downloads;
    downloads.reserve(static_cast<std::size_t>(pages));
    for (int page = 0; page < pages; page++) {
        downloads.push_back(download(slots, page));
    }

    co_await aio::gather(downloads);
    say("The crawl is over.");
}
