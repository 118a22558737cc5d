// Wrong: at least two workers, "one would be no concurrency"; shows only at limit 1.
// Loses: limit-kept
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
  auto slot = co_await slots.acquire();
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1000ms);
}

aio::Coroutine<> crawl(int pages, int limit) {
  aio::Semaphore slots(std::max(2, limit));
  std::vector<aio::Coroutine<>> v;
  for (int p = 0; p < pages; ++p) v.push_back(download(slots, p));
  co_await aio::gather(std::move(v));
}
