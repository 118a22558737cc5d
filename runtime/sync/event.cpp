#include "runtime/sync/event.hpp"

namespace aio {

namespace detail {

constinit const LineWords EventState::words{
    .awaited = Awaited::event, .thing = "event", .detail = "event", .waits_for = "an event that is not set"};

void EventState::set() noexcept {
    set_ = true;
    line_.wake_all();
}

}  // namespace detail

detail::SyncWait::Next EventWait::start() { return event_.is_set() ? Next::done : wait_in(event_.line()); }

detail::SyncWait::Next EventWait::go_on(Left left) noexcept {
    if (left == Left::destroyed) return Next::destroyed;
    return left == Left::woken ? Next::done : Next::cancelled;
}

}  // namespace aio
