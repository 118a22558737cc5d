// Right: a destructor counts the pages that were not finished; nothing is caught at all.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

class Download {
  public:
    Download(aio::Semaphore& slots, int page, int& unfinished) : slots_(slots), page_(page), unfinished_(unfinished) {
        ++unfinished_;
    }
    Download(const Download&) = delete;

    aio::Coroutine<> operator()() {
        auto slot = co_await slots_.acquire();
        std::cout << "Page " << page_ << " is on its way\n";
        co_await aio::sleep(1s);
        --unfinished_;
    }

  private:
    aio::Semaphore& slots_;
    int page_;
    int& unfinished_;
};

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    int unfinished = 0;
    Download one(slots, page, unfinished);
    co_await one();
}

aio::Coroutine<> one_of_many(aio::Semaphore& slots, int page, int& unfinished) {
    Download one(slots, page, unfinished);
    co_await one();
}

struct Report {
    int unfinished = 0;
    ~Report() {
        if (unfinished > 0) std::cout << "Some pages are missing.\n";
    }
};

aio::Coroutine<> crawl(int pages, int limit) {
    Report report;
    aio::Semaphore slots(limit);
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(one_of_many(slots, page, report.unfinished));
    co_await aio::gather(std::move(all));
}
