// Wrong: a lock around the fetch: one key waits for another.
// Loses: keys-apart
#include "exercises/single_flight/single_flight.hpp"

#include <map>

namespace {

class MyLoader final : public Loader {
public:
    explicit MyLoader(Origin& origin) : origin_(origin) {}

    aio::Coroutine<std::string> load(std::string key) override {
        auto found = under_way_.find(key);
        if (found == under_way_.end()) {
            found = under_way_.emplace(key, aio::create_task(fetch(key))).first;
        }
        const aio::Task<std::string> task = found->second;
        co_return co_await aio::shield(task);
    }

private:
    aio::Coroutine<std::string> fetch(std::string key) {
        try {
            auto guard = co_await lock_.acquire();
            const std::string value = co_await origin_.fetch(key);
            under_way_.erase(key);
            co_return value;
        } catch (...) {
            under_way_.erase(key);
            throw;
        }
    }

    Origin& origin_;
    aio::Lock lock_;
    std::map<std::string, aio::Task<std::string>> under_way_;
};

}  // namespace

std::unique_ptr<Loader> make_loader(Origin& origin) { return std::make_unique<MyLoader>(origin); }
