// Right: a semaphore of the author's own made of an event and a counter; everybody who is woken looks again.
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

// home-made counting semaphore (did not trust the built-in one)
class Turnstile {
 public:
  explicit Turnstile(int n) : limit_(n) {}
  aio::Coroutine<> enter() {
    while (inside_ >= limit_) {
      left_.clear();
      co_await left_.wait();
    }
    ++inside_;
  }
  void leave() {
    --inside_;
    left_.set();
  }
 private:
  int limit_;
  int inside_ = 0;
  aio::Event left_;
};

struct Leaver {
  Turnstile& t;
  ~Leaver() { t.leave(); }
};

static aio::Coroutine<> visit(Turnstile& t, int page) {
  co_await t.enter();
  Leaver leaver{t};
  std::cerr << "downloading " << page << " ..." << std::endl;
  co_await aio::sleep(1s);
}

aio::Coroutine<> crawl(int pages, int limit) {
  Turnstile t(limit);
  std::vector<aio::Coroutine<>> v;
  for (int p = 0; p < pages; ++p) v.push_back(visit(t, p));
  co_await aio::gather(std::move(v));
}
