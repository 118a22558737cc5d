// Right: every waiting page has an event of its own in a list; whoever ends wakes the first of the list (a hand-made line).
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
#include <deque>
#include <memory>

aio::Coroutine<> download(aio::Semaphore& slots, int page) {
    auto slot = co_await slots.acquire();
    std::cout << "page " << page << ": started\n";
    co_await aio::sleep(1s);
    std::cout << "page " << page << ": done\n";
}

struct Line {
    int free;
    std::deque<std::shared_ptr<aio::Event>> waiting;
};

static aio::Coroutine<> in_line(Line& line, int page) {
    if (line.free > 0) {
        --line.free;
    } else {
        auto my_turn = std::make_shared<aio::Event>();
        line.waiting.push_back(my_turn);
        co_await my_turn->wait();  // the place is handed over, `free` stays as it is
    }
    std::cout << "page " << page << "\n";
    co_await aio::sleep(1s);
    if (line.waiting.empty()) {
        ++line.free;
    } else {
        auto first = line.waiting.front();
        line.waiting.pop_front();
        first->set();
    }
}

aio::Coroutine<> crawl(int pages, int limit) {
    Line line{limit, {}};
    std::vector<aio::Coroutine<>> all;
    for (int page = 0; page < pages; ++page) all.push_back(in_line(line, page));
    co_await aio::gather(all);
}
