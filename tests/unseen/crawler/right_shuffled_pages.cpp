// Right: the pages in random order, taken from a vector by workers.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <algorithm>
#include <numeric>
#include <random>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
  auto slot = co_await slots.acquire();
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1000ms);
}

aio::Coroutine<> crawl(int pages, int limit) {
  std::vector<int> stack(static_cast<std::size_t>(pages));
  std::iota(stack.begin(), stack.end(), 0);
  std::shuffle(stack.begin(), stack.end(), std::mt19937(42));

  aio::Semaphore slots(limit);
  auto worker = [](std::vector<int>& rest, aio::Semaphore& s) -> aio::Coroutine<> {
    while (!rest.empty()) {
      int page = rest.back();
      rest.pop_back();
      co_await download(s, page);
    }
  };
  std::vector<aio::Coroutine<>> workers;
  const int n = std::min<int>(limit, pages);
  workers.reserve(n);
  for (int i = 0; i < n; ++i) workers.push_back(worker(stack, slots));
  co_await aio::gather(workers);
}
