// Right: workers as a free coroutine with a reference to a counter in crawl's frame, always `limit` of them, also when there are fewer pages.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
  auto slot = co_await slots.acquire();
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1000ms);
}

// int& is fine here: crawl waits for all workers, so `next` lives longer than they do
static aio::Coroutine<> worker(aio::Semaphore& slots, int& next, int pages) {
  for (;;) {
    if (next >= pages) co_return;
    int page = next;
    next += 1;
    co_await download(slots, page);
  }
}

aio::Coroutine<> crawl(int pages, int limit) {
  aio::Semaphore slots(limit);
  int next = 0;
  std::vector<aio::Coroutine<>> workers;
  for (int w = 0; w < limit; ++w) workers.push_back(worker(slots, next, pages));
  co_await aio::gather(std::move(workers));
}
