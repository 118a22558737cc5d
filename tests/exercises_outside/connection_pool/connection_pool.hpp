#pragma once

#include "runtime/aio.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <vector>

class ConnectionLost : public std::runtime_error {
public:
    ConnectionLost() : std::runtime_error("the connection is lost") {}
};

/// A server. To connect takes `connecting`. The request of number `breaks` (none, if 0) breaks its
/// connection.
class Server {
public:
    Server(aio::Duration connecting, int breaks) : connecting_(connecting), breaks_(breaks) {}

    /// Gives the connection's number.
    aio::Coroutine<int> connect() {
        co_await aio::sleep(connecting_);
        ++opened;
        most = std::max(most, ++open);
        co_return opened;
    }
    /// Sends a request over an open connection, one at a time. Throws ConnectionLost.
    aio::Coroutine<> ask(int connection, aio::Duration length) {
        const bool breaks = ++asked_ == breaks_;
        if (!busy_.insert(connection).second) ++clashes;
        co_await aio::sleep(length);
        busy_.erase(connection);
        if (breaks) broken_.insert(connection);
        if (broken_.contains(connection)) throw ConnectionLost();
    }
    /// Closes an open connection.
    void close(int connection) {
        --open;
        broken_.insert(connection);
    }

    int opened = 0;
    int open = 0;     ///< now
    int most = 0;     ///< open at the same moment
    int clashes = 0;  ///< requests over a connection that was busy

private:
    aio::Duration connecting_;
    int breaks_;
    int asked_ = 0;
    std::set<int> busy_;
    std::set<int> broken_;
};

class Pool {
public:
    virtual ~Pool() = default;
    /// Sends a request over a connection that is free; without one, over a new one, if fewer than the limit
    /// are open; otherwise it waits. Afterwards the connection is free for the next request. When the request
    /// did not end well (it threw, or was cancelled half way), the connection is closed, and the error goes
    /// on.
    virtual aio::Coroutine<> ask(aio::Duration length) = 0;
};

/// This is what you write. The server lives longer than the pool.
std::unique_ptr<Pool> make_pool(Server& server, int limit);

// What follows uses your pool.

struct Used {
    int answers = 0;
    int lost = 0;
    int opened = 0;
    int open = 0;
    int most = 0;
    int clashes = 0;
};

inline aio::Coroutine<> client(Pool& pool, aio::Duration length, Used& used) {
    try {
        co_await pool.ask(length);
        ++used.answers;
    } catch (const ConnectionLost&) {
        ++used.lost;
    }
}

inline void count(const Server& server, Used& used) {
    used.opened = server.opened;
    used.open = server.open;
    used.most = server.most;
    used.clashes = server.clashes;
}

/// Clients that come at the same time.
inline aio::Coroutine<Used> crowd(int clients, int limit, aio::Duration connecting, aio::Duration length) {
    Server server(connecting, 0);
    const auto pool = make_pool(server, limit);
    Used used;
    std::vector<aio::Coroutine<>> all;
    for (int i = 0; i < clients; ++i) all.push_back(client(*pool, length, used));
    co_await aio::gather(std::move(all));
    count(server, used);
    co_return used;
}

/// One request after the other; that of number `breaks` breaks its connection.
inline aio::Coroutine<Used> in_turn(int requests, int limit, int breaks, aio::Duration length) {
    Server server(length, breaks);
    const auto pool = make_pool(server, limit);
    Used used;
    for (int i = 0; i < requests; ++i) co_await client(*pool, length, used);
    count(server, used);
    co_return used;
}

/// As many clients as the limit, and one more that waits, are cancelled half way. Then another one comes.
inline aio::Coroutine<Used> called_off(int limit, aio::Duration length) {
    Server server(length, 0);
    const auto pool = make_pool(server, limit);
    Used used;
    std::vector<aio::Task<>> all;
    for (int i = 0; i <= limit; ++i) all.push_back(aio::create_task(client(*pool, length, used)));
    co_await aio::sleep(length + length / 2);
    for (const auto& task : all) task.cancel();
    co_await client(*pool, length, used);
    count(server, used);
    co_return used;
}
