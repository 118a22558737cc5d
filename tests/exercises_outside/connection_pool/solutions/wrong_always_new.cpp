// Wrong: every request opens a connection of its own, and closes it afterwards.
// Loses: reused, broken-ones, called-off
#include "exercises/connection_pool/connection_pool.hpp"

namespace {

class MyPool final : public Pool {
public:
    MyPool(Server& server, int limit) : server_(server), slots_(limit) {}

    aio::Coroutine<> ask(aio::Duration length) override {
        auto slot = co_await slots_.acquire();
        const int connection = co_await server_.connect();
        try {
            co_await server_.ask(connection, length);
        } catch (...) {
            server_.close(connection);
            throw;
        }
        server_.close(connection);
    }

private:
    Server& server_;
    aio::Semaphore slots_;
};

}  // namespace

std::unique_ptr<Pool> make_pool(Server& server, int limit) { return std::make_unique<MyPool>(server, limit); }
