#pragma once

#include "runtime/aio.hpp"

#include <stdexcept>
#include <string>

class ServiceError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A service that takes `length` to answer, and fails the first `failures` times.
class Service {
public:
    Service(int failures, aio::Duration length) : failures_(failures), length_(length) {}

    aio::Coroutine<std::string> ask() {
        const int number = ++calls_;
        co_await aio::sleep(length_);
        if (number <= failures_) throw ServiceError("no answer to call " + std::to_string(number));
        co_return "the answer";
    }

    int calls() const { return calls_; }

private:
    int failures_;
    aio::Duration length_;
    int calls_ = 0;
};

/// Asks the service, at most `tries` times in all, until it answers, and gives its answer. After the first
/// failure it waits `pause` before it asks again, after the second one 2 * `pause`, then 4 * `pause`, and so
/// on. After the last one it does not wait: the ServiceError goes on to the caller. This is what you write.
aio::Coroutine<std::string> ask_patiently(Service& service, int tries, aio::Duration pause);

struct Visit {
    std::string answer;
    int calls = 0;
};

inline aio::Coroutine<Visit> visit(int failures, int tries, aio::Duration pause, aio::Duration length) {
    Service service(failures, length);
    Visit visit;
    visit.answer = co_await ask_patiently(service, tries, pause);
    visit.calls = service.calls();
    co_return visit;
}
