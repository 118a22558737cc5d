// Wrong: a connection that broke is used again.
// Loses: broken-ones
#include "exercises/connection_pool/connection_pool.hpp"

namespace {

class MyPool final : public Pool {
public:
    MyPool(Server& server, int limit) : server_(server), slots_(limit) {}

    aio::Coroutine<> ask(aio::Duration length) override {
        auto slot = co_await slots_.acquire();
        int connection = 0;
        if (free_.empty()) {
            connection = co_await server_.connect();
        } else {
            connection = free_.back();
            free_.pop_back();
        }
        try {
            co_await server_.ask(connection, length);
        } catch (const ConnectionLost&) {
            free_.push_back(connection);
            throw;
        } catch (...) {
            server_.close(connection);
            throw;
        }
        free_.push_back(connection);
    }

private:
    Server& server_;
    aio::Semaphore slots_;
    std::vector<int> free_;
};

}  // namespace

std::unique_ptr<Pool> make_pool(Server& server, int limit) { return std::make_unique<MyPool>(server, limit); }
