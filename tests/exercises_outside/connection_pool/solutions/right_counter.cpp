// Right: the number of requests under way, an event that says that there is one less, and a set of free connections.
#include "exercises/connection_pool/connection_pool.hpp"

namespace {

class MyPool final : public Pool {
public:
    MyPool(Server& server, int limit) : server_(server), limit_(limit) {}

    aio::Coroutine<> ask(aio::Duration length) override {
        while (in_use_ == limit_) {
            one_less_.clear();
            co_await one_less_.wait();
        }
        ++in_use_;
        int connection = 0;
        try {
            if (free_.empty()) {
                connection = co_await server_.connect();
            } else {
                connection = *free_.begin();
                free_.erase(free_.begin());
            }
            co_await server_.ask(connection, length);
        } catch (...) {
            if (connection != 0) server_.close(connection);
            give_back();
            throw;
        }
        free_.insert(connection);
        give_back();
    }

private:
    void give_back() {
        --in_use_;
        one_less_.set();
    }
    Server& server_;
    int limit_;
    int in_use_ = 0;
    std::set<int> free_;
    aio::Event one_less_;
};

}  // namespace

std::unique_ptr<Pool> make_pool(Server& server, int limit) { return std::make_unique<MyPool>(server, limit); }
