// Wrong: the static counter of the next page is put back to 0 when a crawl ends, but not when it is cancelled: the one after that begins in the middle.
// Loses: calls-independent
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

static int next_page = 0;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
  auto slot = co_await slots.acquire();
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1000ms);
}

static aio::Coroutine<> worker(aio::Semaphore& slots, int pages) {
  while (next_page < pages) {
    int page = next_page++;
    co_await download(slots, page);
  }
}

aio::Coroutine<> crawl(int pages, int limit) {
  aio::Semaphore slots(limit);
  std::vector<aio::Coroutine<>> workers;
  for (int i = 0; i < limit; ++i) workers.push_back(worker(slots, pages));
  co_await aio::gather(std::move(workers));
  next_page = 0;
}
