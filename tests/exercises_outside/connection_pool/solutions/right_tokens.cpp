// Right: a queue of `limit` tokens: each is a connection, or the right to open one.
#include "exercises/connection_pool/connection_pool.hpp"

#include <optional>

namespace {

struct MyPool final : Pool {
    MyPool(Server& its_server, int limit)
        : server(its_server), free(limit), tokens(static_cast<std::size_t>(limit)) {}

    aio::Coroutine<> ask(aio::Duration length) override {
        auto slot = co_await free.acquire();
        Token token{*this, tokens.back()};  // those that are open are at the back
        tokens.pop_back();
        if (!token.connection) token.connection = co_await server.connect();
        co_await server.ask(*token.connection, length);
        token.ended_well = true;
    }

    struct Token {
        MyPool& pool;
        std::optional<int> connection;
        bool ended_well = false;
        ~Token() {
            if (connection && !ended_well) pool.server.close(*connection);
            if (!ended_well) connection.reset();
            pool.tokens.insert(connection ? pool.tokens.end() : pool.tokens.begin(), connection);
        }
    };

    Server& server;
    aio::Semaphore free;
    std::vector<std::optional<int>> tokens;
};

}  // namespace

std::unique_ptr<Pool> make_pool(Server& server, int limit) { return std::make_unique<MyPool>(server, limit); }
