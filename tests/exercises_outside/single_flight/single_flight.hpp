#pragma once

#include "runtime/aio.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

/// Where the values come from. Each fetch takes `length` and costs money; the first `failures` of them fail.
class Origin {
public:
    Origin(aio::Duration length, int failures) : length_(length), failures_(failures) {}

    aio::Coroutine<std::string> fetch(std::string key) {
        const int number = ++calls;
        co_await aio::sleep(length_);
        if (number <= failures_) throw std::runtime_error("the origin is down");
        co_return "value of " + key;
    }

    int calls = 0;

private:
    aio::Duration length_;
    int failures_;
};

class Loader {
public:
    virtual ~Loader() = default;
    /// Gives the origin's value of this key. Whoever asks for a key that is being fetched shares that fetch
    /// and what comes of it, an error, too. When it is over, who asks begins a new one: nothing is kept.
    /// Who is cancelled leaves at once; the others still get theirs, from the same fetch.
    virtual aio::Coroutine<std::string> load(std::string key) = 0;
};

/// This is what you write. The origin lives longer than the loader.
std::unique_ptr<Loader> make_loader(Origin& origin);

// What follows uses your loader.

struct Loads {
    int calls = 0;
    int answers = 0;
    int errors = 0;
};

inline aio::Coroutine<> client(Loader& loader, std::string key, Loads& loads) {
    try {
        if (co_await loader.load(key) == "value of " + key) ++loads.answers;
    } catch (const std::runtime_error&) {
        ++loads.errors;
    }
}

/// Clients that ask at the same time: all for one key, or each for a key of its own.
inline aio::Coroutine<Loads> crowd(int clients, int keys, aio::Duration length) {
    Origin origin(length, 0);
    const auto loader = make_loader(origin);
    Loads loads;
    std::vector<aio::Coroutine<>> all;
    for (int i = 0; i < clients; ++i) all.push_back(client(*loader, "k" + std::to_string(i % keys), loads));
    co_await aio::gather(std::move(all));
    loads.calls = origin.calls;
    co_return loads;
}

/// The first of the clients is cancelled at `after`.
inline aio::Coroutine<Loads> one_leaves(int clients, aio::Duration after, aio::Duration length) {
    Origin origin(length, 0);
    const auto loader = make_loader(origin);
    Loads loads;
    const auto first = aio::create_task(client(*loader, "key", loads));
    std::vector<aio::Task<>> others;
    for (int i = 1; i < clients; ++i) others.push_back(aio::create_task(client(*loader, "key", loads)));
    co_await aio::sleep(after);
    first.cancel();
    co_await aio::gather(others);
    loads.calls = origin.calls;
    co_return loads;
}

/// Clients ask, and when they have their answers (or errors), one more does.
inline aio::Coroutine<Loads> later(int clients, int failures, aio::Duration length) {
    Origin origin(length, failures);
    const auto loader = make_loader(origin);
    Loads loads;
    std::vector<aio::Coroutine<>> all;
    for (int i = 0; i < clients; ++i) all.push_back(client(*loader, "key", loads));
    co_await aio::gather(std::move(all));
    co_await client(*loader, "key", loads);
    loads.calls = origin.calls;
    co_return loads;
}
