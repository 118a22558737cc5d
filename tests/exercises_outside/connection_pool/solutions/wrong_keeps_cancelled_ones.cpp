// Wrong: a connection whose request was cancelled half way is used again.
// Loses: called-off
#include "exercises/connection_pool/connection_pool.hpp"

#include <utility>

namespace {

class MyPool final : public Pool {
public:
    MyPool(Server& server, int limit) : server_(server), slots_(limit) {}

    aio::Coroutine<> ask(aio::Duration length) override {
        Lease lease(*this, co_await slots_.acquire());
        if (lease.connection == none) lease.connection = co_await server_.connect();
        try {
            co_await server_.ask(lease.connection, length);
        } catch (const aio::CancelledError&) {
            free_.push_back(std::exchange(lease.connection, none));
            throw;
        }
        free_.push_back(std::exchange(lease.connection, none));
    }

private:
    static constexpr int none = -1;
    struct Lease {
        Lease(MyPool& its_pool, aio::Permit its_slot) : pool(its_pool), slot(std::move(its_slot)) {
            if (pool.free_.empty()) return;
            connection = pool.free_.front();
            pool.free_.erase(pool.free_.begin());
        }
        ~Lease() {
            if (connection != none) pool.server_.close(connection);
        }
        MyPool& pool;
        aio::Permit slot;
        int connection = none;
    };
    Server& server_;
    aio::Semaphore slots_;
    std::vector<int> free_;
};

}  // namespace

std::unique_ptr<Pool> make_pool(Server& server, int limit) { return std::make_unique<MyPool>(server, limit); }
