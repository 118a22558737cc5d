// Wrong: awaits one download after the other; shows whenever limit > 1 and there is more than one page.
// Loses: slots-used
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
    for (int p = 0; p < pages; ++p) {
        co_await download(places, p);   // await en boucle, comme en Python
    }
}
