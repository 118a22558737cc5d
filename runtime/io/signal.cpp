#include "runtime/io/signal.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/outside.hpp"
#include "runtime/loop/outside_wait.hpp"

#include <deque>
#include <string>
#include <system_error>
#include <utility>

namespace aio {

namespace detail {

class SignalsState final : public HandleOwner {
public:
    void start(int signal);
    void close() noexcept;
    bool open() const noexcept { return open_; }

    OutsideWaits& waits() noexcept { return waits_; }
    std::deque<int>& caught() noexcept { return caught_; }

private:
    void loop_ends(uv_handle_t&) noexcept override { close(); }

    std::deque<uv_signal_t> handles_;  // a deque: libuv needs them to stay where they are
    bool open_ = true;
    std::deque<int> caught_;
    OutsideWaits waits_;
};

void SignalsState::start(int signal) {
    uv_signal_t& handle = handles_.emplace_back();
    uv_signal_init(Loop::current().uv(), &handle);
    opened(handle);
    const auto caught = [](uv_signal_t* from, int number) {
        auto& state = owner_of<SignalsState>(from);
        state.caught_.push_back(number);
        state.waits_.wake_all();
    };
    if (const int error = uv_signal_start(&handle, caught, signal); error != 0) {
        close();
        throw std::system_error(-error, std::generic_category(),
                                "cannot catch signal " + std::to_string(signal));
    }
}

void SignalsState::close() noexcept {
    if (!std::exchange(open_, false)) return;
    for (uv_signal_t& handle : handles_) close_handle(handle);
    waits_.wake_all();
}

namespace {

Coroutine<int> next(Reference<SignalsState> signals) {
    if (!signals->waits().empty()) throw RuntimeError("somebody waits for these signals already");
    while (signals->caught().empty()) {
        if (!signals->open())
            throw RuntimeError("the signals are closed: keep them as long as somebody waits");
        OutsideWait wait(signals->waits(), "a signal");
        co_await wait;
    }
    const int signal = signals->caught().front();
    signals->caught().pop_front();
    co_return signal;
}

}  // namespace

}  // namespace detail

Signals::Signals(std::initializer_list<int> signals) : state_(new detail::SignalsState) {
    for (const int signal : signals) state_->start(signal);
}

Signals::Signals(Signals&& other) noexcept = default;

Signals& Signals::operator=(Signals&& other) noexcept {
    if (this != &other) {
        if (state_) state_->close();
        state_ = std::move(other.state_);
    }
    return *this;
}

Signals::~Signals() {
    if (state_) state_->close();
}

Coroutine<int> Signals::next() { return detail::next(state_); }

}  // namespace aio
