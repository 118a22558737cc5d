// Right: catch (...) to say that a page was broken off, and throw; afterwards.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << " started\n";
    try {
        co_await aio::sleep(1s);
    } catch (...) {
        std::cout << "a page was broken off\n";
        throw;
    }
    std::cout << "a page is done\n";
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    try {
        co_await aio::gather(std::move(downloads));
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        throw;
    } catch (const aio::CancelledError&) {
        std::cerr << "crawl cancelled\n";
        throw;
    }
}
