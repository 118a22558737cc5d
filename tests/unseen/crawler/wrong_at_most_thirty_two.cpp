// Wrong: never more than 32 workers; shows only for limits from 33 and more than 32 pages.
// Loses: slots-used
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

constexpr int kMaxWorkers = 32;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
  auto slot = co_await slots.acquire();
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1000ms);
}

static aio::Coroutine<> work(aio::Semaphore& s, int& next, int pages) {
  while (next < pages) co_await download(s, next++);
}

aio::Coroutine<> crawl(int pages, int limit) {
  aio::Semaphore s(limit);
  int next = 0;
  std::vector<aio::Coroutine<>> workers;
  for (int i = 0; i < std::min({limit, pages, kMaxWorkers}); ++i) workers.push_back(work(s, next, pages));
  co_await aio::gather(workers);
}
