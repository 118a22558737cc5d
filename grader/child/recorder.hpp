#pragma once

#include "grader/child/channel.hpp"
#include "runtime/clock.hpp"
#include "runtime/observer.hpp"
#include "runtime/schedule.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace child {

/// The loop's clock (asks the grader for the time), observer (records events) and schedule (follows the
/// script's order). They are one object, because records and questions must be in one order. The time here is
/// a copy of the grader's time; between two questions, blocking calls (which are recorded) move it forward.
class Recorder final : public aio::Clock, public aio::Observer, public aio::Schedule {
public:
    /// `channel` must outlive it. `late_seed`: see protocol::lateness_ns(). `order`: which task runs before
    /// which.
    Recorder(Channel& channel, std::uint64_t late_seed, protocol::Order order);

    // As a clock.
    void start() override { now_ = aio::Duration::zero(); }
    aio::Duration now() const override { return now_; }
    aio::Duration read() override;
    bool is_virtual() const override { return true; }
    bool jump(std::optional<aio::Duration> deadline) override;
    /// Lets a sleeping thread of to_thread() go on: its wait counts for nothing, and costs no real time.
    void before_waiting() override;
    void flow(aio::Duration) override {}
    aio::Duration lateness() override;

    // As an observer.
    void on(const aio::ObservedEvent& event) override;

    // As a schedule.
    std::size_t choose(std::span<const std::uint32_t> task_ids) noexcept override;

    /// The coroutine being stepped blocked the loop for `length`: moves the time forward.
    void blocked(aio::Duration length, const char* in_what);
    void thread_started();

    /// The coroutine being stepped blocks the loop for ever: ends the run.
    [[noreturn]] void stuck(const char* in_what);

    /// A busy loop reads the clock again and again: every read after the first thousand in one step moves the
    /// time.
    void clock_was_read();

    /// The processor time that the busy loops would have used in a real run.
    aio::Duration processor_time() const { return processor_time_; }

    /// A signal is about to end the process. Called by its handler: allocates nothing.
    void crashed();

    // Records of the driver.
    void call_began(std::uint64_t call, const std::string& function);
    /// `where`: the place at which the error was thrown.
    void call_ended(std::uint64_t call, protocol::Completion completion, const std::string& error,
                    std::vector<std::uint64_t> where);
    void result(std::uint64_t call, const std::string& name, const std::string& value);
    void finish();

    /// Sets the function that cancels the current call when the grader asks for it.
    void when_cancelled(std::function<void()> cancel) { cancel_ = std::move(cancel); }

private:
    void tell(protocol::Record record);
    void tell_output();
    void tell_choices();
    void settle_busy_loop();
    protocol::Record about_current_step(protocol::Kind kind) const;
    protocol::Record about_this_call(protocol::Kind kind) const;

    Channel& channel_;
    std::uint64_t late_seed_;
    protocol::Order order_;
    std::size_t picked_ = 0;     // of order_, so far
    std::uint32_t choices_ = 0;  // so far
    std::string offered_;        // not told yet
    std::uint64_t timers_armed_ = 0;
    aio::Duration now_{};
    aio::Duration busy_{};  // moved on by clock reads, not told yet
    std::vector<std::uint64_t> busy_where_;
    aio::Duration processor_time_{};
    std::uint32_t reads_ = 0;
    std::int64_t output_ = 0;
    std::function<void()> cancel_;
    protocol::Record last_;  // for crashed(), with all the room it needs
};

/// The recorder of this process, while a script runs.
Recorder* current_recorder();
void set_current_recorder(Recorder* recorder);

}  // namespace child
