// Fault: looks at the last page of the list without asking whether there is one.
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <string>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "Page " << page << std::endl;
    co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
    std::vector<std::string> addresses;
    for (int page = 0; page < pages; ++page) addresses.push_back("/page/" + std::to_string(page));
    const std::size_t longest = addresses.at(addresses.size() - 1).size();
    std::cout << "Addresses have up to " << longest << " characters" << std::endl;

    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> downloads;
    for (int page = 0; page < pages; ++page) downloads.push_back(download(slots, page));
    co_await aio::gather(std::move(downloads));
}
