// Right: crawl only makes a task of the real function and awaits it; two levels of child tasks.
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

static aio::Coroutine<> really_crawl(int pages, int limit) {
  aio::Semaphore slots(limit);
  std::vector<aio::Coroutine<>> c;
  for (int p = 0; p < pages; p++) c.push_back(download(slots, p));
  co_await aio::gather(std::move(c));
}

aio::Coroutine<> crawl(int pages, int limit) {
  auto task = aio::create_task(really_crawl(pages, limit), "crawler");
  co_await task;
}
