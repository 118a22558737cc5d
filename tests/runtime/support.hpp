#pragma once

// What the runtime's tests share: a run in virtual time, an observer that remembers, an object that counts
// its lives.

#include "runtime/aio.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace support {

using namespace std::chrono_literals;

/// Runs a coroutine in virtual time.
template <class T>
T in_virtual_time(aio::Coroutine<T> coroutine, aio::Observer* observer = nullptr) {
    aio::VirtualClock clock;
    return aio::run(std::move(coroutine), {.clock = &clock, .observer = observer});
}

/// An event whose texts are its own.
struct Seen {
    explicit Seen(const aio::ObservedEvent& told)
        : event(told), coroutine(told.coroutine), file(told.file), detail(told.detail) {}
    aio::ObservedEvent event;
    std::string coroutine;
    std::string file;
    std::string detail;
};

/// Remembers everything it is told.
class Recorder final : public aio::Observer {
public:
    void on(const aio::ObservedEvent& event) override { seen_.emplace_back(event); }

    std::vector<Seen> all(aio::EventKind kind) const {
        std::vector<Seen> found;
        std::ranges::copy_if(seen_, std::back_inserter(found),
                             [&](const Seen& one) { return one.event.kind == kind; });
        return found;
    }
    std::size_t count(aio::EventKind kind) const { return all(kind).size(); }
    /// Throws when there is none.
    Seen first(aio::EventKind kind) const { return all(kind).at(0); }

private:
    std::vector<Seen> seen_;
};

/// How many Probes were made, also by copy or move, and how many died.
struct Lives {
    int born = 0;
    int died = 0;
    bool balanced() const { return born > 0 && born == died; }
};

/// Counts its lives: an object destroyed twice, or never, shows.
class Probe {
public:
    explicit Probe(Lives& lives) : lives_(&lives) { ++lives_->born; }
    Probe(const Probe& other) : lives_(other.lives_) { ++lives_->born; }
    Probe(Probe&& other) noexcept : lives_(other.lives_) { ++lives_->born; }
    Probe& operator=(const Probe&) = default;
    ~Probe() { ++lives_->died; }

private:
    Lives* lives_;
};

inline aio::Coroutine<int> number_after(int number, aio::Duration length) {
    co_await aio::sleep(length);
    co_return number;
}

inline aio::Coroutine<> wait_for_ever() {
    for (;;) co_await aio::sleep(1h);
}

}  // namespace support
