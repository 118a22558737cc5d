// Right: a class with member coroutines; the object lives in the frame that awaits them.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

class Kitchen {
public:
    explicit Kitchen(std::ostream& out) : out_(out) {}

    aio::Coroutine<> bread() { return run("Bread", "in the toaster"); }
    aio::Coroutine<> coffee() { return run("Coffee", "in the pot"); }

    int finished() const { return finished_; }

private:
    aio::Coroutine<> run(std::string thing, std::string where) {
        out_ << thing << ": " << where << '\n';
        co_await aio::sleep(2s);
        ++finished_;
        out_ << thing << ": ready (" << finished_ << ")\n";
    }

    std::ostream& out_;
    int finished_ = 0;
};

aio::Coroutine<> toast_bread() {
    Kitchen kitchen(std::cout);
    co_await kitchen.bread();
}

aio::Coroutine<> brew_coffee() {
    Kitchen kitchen(std::cout);
    co_await kitchen.coffee();
}

aio::Coroutine<Breakfast> breakfast() {
    Kitchen kitchen(std::cout);
    Breakfast measured;

    auto start = aio::now();
    co_await kitchen.bread();
    co_await kitchen.coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(kitchen.bread(), kitchen.coffee());
    measured.together = aio::now() - start;

    std::cout << kitchen.finished() << " things made\n";
    co_return measured;
}
