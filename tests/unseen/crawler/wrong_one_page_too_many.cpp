// Wrong: `<=`: page number `pages` is downloaded too, also when there are 0 pages.
// Loses: every-page-once
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

aio::Coroutine<> crawl(int pages, int limit) {
  aio::Semaphore slots(limit);
  std::vector<aio::Coroutine<>> v;
  for (int p = 0; p <= pages; ++p) v.push_back(download(slots, p));
  co_await aio::gather(std::move(v));
}
