#include "runtime/loop/outside.hpp"

#include "runtime/errors.hpp"

#include <string>

namespace aio::detail {

Outside::Outside() : timer_(new uv_timer_t{}) {
    if (const int failed = uv_loop_init(&loop_); failed != 0) {
        delete timer_;
        throw RuntimeError(std::string("libuv could not start a loop: ") + uv_strerror(failed));
    }
    uv_timer_init(&loop_, timer_);
}

Outside::~Outside() {
    uv_walk(
        &loop_,
        [](uv_handle_t* handle, void*) {
            auto* owner = static_cast<HandleOwner*>(uv_handle_get_data(handle));
            if (owner != nullptr && uv_is_closing(handle) == 0) owner->loop_ends(*handle);
        },
        nullptr);
    uv_close(reinterpret_cast<uv_handle_t*>(timer_),
             [](uv_handle_t* handle) { delete reinterpret_cast<uv_timer_t*>(handle); });
    uv_run(&loop_, UV_RUN_DEFAULT);  // handles that other code closed get their callbacks, too
    uv_loop_close(&loop_);
}

void Outside::wait(std::optional<Duration> longest) {
    uv_update_time(&loop_);
    if (longest) {
        // libuv counts whole milliseconds: round up, because a timer must not be early, but may be late.
        const auto whole = std::chrono::ceil<std::chrono::milliseconds>(*longest).count();
        // uv_run() runs the timers that are due before it waits, and would then wait without this one;
        // stopped, it does not wait (libuv 1.44, uv_backend_timeout()).
        const auto stop = [](uv_timer_t* timer) { uv_stop(timer->loop); };
        uv_timer_start(timer_, stop, whole > 0 ? static_cast<std::uint64_t>(whole) : 0, 0);
    }
    uv_run(&loop_, UV_RUN_ONCE);
    uv_timer_stop(timer_);
}

void HandleOwner::closed(uv_handle_t* handle) noexcept {
    static_cast<HandleOwner*>(uv_handle_get_data(handle))->let_go();
}

}  // namespace aio::detail
