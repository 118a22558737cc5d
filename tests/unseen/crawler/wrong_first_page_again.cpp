// Wrong: page 0 is loaded once more at the end when there are more than ten pages ("has it changed meanwhile?").
// Loses: every-page-once
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    const auto place = co_await slots.acquire(); // rendue toute seule
    std::cout << "page " << page << " : debut" << std::endl;
    co_await aio::sleep(1s);
    std::cout << "page " << page << " : fin" << std::endl;
}

aio::Coroutine<> crawl(int pages, int limit) {
    aio::Semaphore places(limit);
    std::vector<aio::Coroutine<>> liste;
    for (int p = 0; p < pages; ++p) liste.push_back(download(places, p));
    if (pages > 10) liste.push_back(download(places, 0));
    co_await aio::gather(std::move(liste));
}
