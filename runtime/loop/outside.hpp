#pragma once

#include "runtime/duration.hpp"

#include <uv.h>

#include <optional>

namespace aio::detail {

/// The way to the world outside the loop: libuv, started when it is first needed.
class Outside {
public:
    Outside();
    ~Outside();  ///< Closes the open handles and waits until libuv reports them closed.
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;

    uv_loop_t* uv() { return &loop_; }

    /// Looks once, without waiting.
    void poll() { uv_run(&loop_, UV_RUN_NOWAIT); }

    /// Waits until something happens, or `longest` has passed (never before).
    void wait(std::optional<Duration> longest);

private:
    uv_loop_t loop_;
    uv_timer_t* timer_;  // a handle outlives its close: libuv frees it later
};

/// Owns libuv handles. libuv closes them later and needs their memory until then, so an owner lives on the
/// heap, never in a coroutine's frame, and is counted: each handle keeps it alive from opened() until libuv
/// calls it closed. Requires: every handle on the loop, except the loop's own ones, belongs to such an owner,
/// and `data` points to it.
class HandleOwner {
public:
    HandleOwner(const HandleOwner&) = delete;
    HandleOwner& operator=(const HandleOwner&) = delete;

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    /// The loop ends while `handle` is open. If you do not close the handle here, something else must close
    /// it soon.
    virtual void loop_ends(uv_handle_t& handle) noexcept { close_handle(handle); }

protected:
    HandleOwner() = default;
    virtual ~HandleOwner() = default;

    /// To be called as soon as libuv has initialized the handle, a uv_poll_t, uv_process_t or the like.
    template <class Handle>
    void opened(Handle& handle) noexcept {
        handle.data = this;
        retain();
    }

    /// Stops the handle now and lets libuv forget it later.
    template <class Handle>
    static void close_handle(Handle& handle) noexcept {
        uv_close(reinterpret_cast<uv_handle_t*>(&handle), closed);
    }

    /// For libuv's callbacks: the owner of the handle they are about.
    template <class Owner, class Handle>
    static Owner& owner_of(const Handle* handle) noexcept {
        return *static_cast<Owner*>(static_cast<HandleOwner*>(handle->data));
    }

private:
    static void closed(uv_handle_t* handle) noexcept;

    int references_ = 0;
};

}  // namespace aio::detail
