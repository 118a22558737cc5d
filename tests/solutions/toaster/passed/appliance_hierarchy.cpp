// Right: an over-engineered hierarchy of appliances with virtual functions around the same two sleeps.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace kitchen {

class Appliance {
public:
    virtual ~Appliance() = default;

    aio::Coroutine<> operate() {
        announce(begin());
        co_await aio::sleep(time_needed());
        announce(end());
    }

protected:
    virtual std::string begin() const = 0;
    virtual std::string end() const = 0;
    virtual aio::Duration time_needed() const { return 2s; }

private:
    static void announce(const std::string& text) { std::cout << text << std::endl; }
};

class Toaster final : public Appliance {
    std::string begin() const override { return "Toaster: heating"; }
    std::string end() const override { return "Toaster: ping"; }
};

class CoffeePot final : public Appliance {
    std::string begin() const override { return "Pot: bubbling"; }
    std::string end() const override { return "Pot: full"; }
};

}  // namespace kitchen

aio::Coroutine<> toast_bread() {
    kitchen::Toaster toaster;
    co_await toaster.operate();
}

aio::Coroutine<> brew_coffee() {
    kitchen::CoffeePot pot;
    co_await pot.operate();
}

aio::Coroutine<Breakfast> breakfast() {
    std::vector<std::unique_ptr<kitchen::Appliance>> all;
    all.push_back(std::make_unique<kitchen::Toaster>());
    all.push_back(std::make_unique<kitchen::CoffeePot>());

    Breakfast report;
    auto since = aio::now();
    for (auto& one : all) co_await one->operate();
    report.one_after_the_other = aio::now() - since;

    since = aio::now();
    std::vector<aio::Coroutine<>> operations;
    for (auto& one : all) operations.push_back(one->operate());
    co_await aio::gather(operations);
    report.together = aio::now() - since;
    co_return report;
}
