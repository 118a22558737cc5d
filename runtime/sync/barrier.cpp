#include "runtime/sync/barrier.hpp"

#include <string>

namespace aio::detail {

constinit const LineWords BarrierState::words{.awaited = Awaited::barrier,
                                              .thing = "barrier",
                                              .detail = "barrier",
                                              .waits_for = "the others at a barrier"};

Reference<BarrierState> BarrierState::for_parties(int parties) {
    if (parties < 1) throw ValueError("a barrier needs at least 1 task, not " + std::to_string(parties));
    return Reference<BarrierState>(new BarrierState(parties));
}

void BarrierState::reset() noexcept {
    phase_ = inside_ > 0 ? Phase::resetting : Phase::filling;
    line_.wake_all();
}

void BarrierState::abort() noexcept {
    phase_ = Phase::broken;
    line_.wake_all();
}

void BarrierState::leave() noexcept {
    if (--inside_ > 0) return;
    if (phase_ == Phase::resetting || phase_ == Phase::draining) phase_ = Phase::filling;
    line_.wake_all();
}

BarrierStep::~BarrierStep() {
    if (inside_) barrier_.leave();
}

int BarrierStep::index() {
    end();
    if (broken_) throw BrokenBarrierError("the barrier was aborted or reset, so waiting for it is useless");
    return index_;
}

SyncWait::Next BarrierStep::go_on(Left left) noexcept {
    if (left == Left::destroyed) return leave(Next::destroyed);
    if (left != Left::woken) {
        barrier_.line_.wake(1);
        return leave(Next::cancelled);
    }
    if (!inside_) return go_in();
    if (barrier_.phase_ == BarrierState::Phase::filling) {  // woken for nothing, in place of a cancelled task
        const Next next = wait_in(barrier_.line_);
        return next == Next::wait ? next : leave(next);
    }
    broken_ = barrier_.phase_ != BarrierState::Phase::draining;
    return leave(Next::done);
}

SyncWait::Next BarrierStep::go_in() noexcept {
    if (!barrier_.lets_in()) return wait_in(barrier_.line_);
    broken_ = barrier_.broken();
    if (broken_) return Next::done;
    index_ = barrier_.inside_++;
    inside_ = true;
    if (barrier_.inside_ < barrier_.parties_) {
        const Next next = wait_in(barrier_.line_);
        return next == Next::wait ? next : leave(next);
    }
    barrier_.phase_ = BarrierState::Phase::draining;
    barrier_.line_.wake_all();
    return leave(Next::done);
}

SyncWait::Next BarrierStep::leave(Next next) noexcept {
    if (inside_) {
        inside_ = false;
        barrier_.leave();
    }
    return next;
}

}  // namespace aio::detail
