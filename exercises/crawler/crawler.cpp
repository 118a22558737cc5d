// Exercise 3: the crawler
//
// There are many pages to download, and the site allows only a few downloads at the same time.
// Be as fast as the limit allows, and never break it.
//
//   check your work   grader/grade check crawler
//   see it live       grader/grade run crawler
//   stuck?            grader/grade hint crawler

#include "exercises/crawler/crawler.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    // TODO 1: take a slot, and keep it until the download is over.
    // TODO 2: say that this page starts (with its number), wait 1 s without blocking the loop.
    co_return;
}

aio::Coroutine<> crawl(int pages, int limit) {
    // TODO 3: make a semaphore with `limit` slots.
    // TODO 4: download every page (they are numbered from 0), and wait until the last one is done.
    co_return;
}
