// Right: a general helper that tries anything, with the pause as a little object.
#include "exercises/retry/retry.hpp"

#include <functional>
#include <utility>

namespace {

class Backoff {
public:
    explicit Backoff(aio::Duration first) : next_(first) {}
    aio::Coroutine<> wait() { co_await aio::sleep(std::exchange(next_, next_ * 2)); }

private:
    aio::Duration next_;
};

aio::Coroutine<std::string> retry(std::function<aio::Coroutine<std::string>()> what, int tries,
                                  Backoff backoff) {
    while (--tries > 0) {
        bool failed = false;
        std::string answer;
        try {
            answer = co_await what();
        } catch (const std::exception&) {
            failed = true;
        }
        if (!failed) co_return answer;
        co_await backoff.wait();
    }
    co_return co_await what();
}

}  // namespace

aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause) {
    return retry([&service] { return service.ask(); }, tries, Backoff(pause));
}
