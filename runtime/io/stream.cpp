#include "runtime/io/stream.hpp"

#include "runtime/errors.hpp"
#include "runtime/io/descriptor.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/outside.hpp"
#include "runtime/loop/outside_wait.hpp"
#include "runtime/sleep.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

// Theory of operation
//
// read_some() and write_all() first try, with a non-blocking call; most of the time that is all. Only if the
// kernel has nothing (EAGAIN) do they wait on a uv_poll_t, which is opened at the first such wait.
//
// The poll stays armed when a wait is over, since arming costs up to three system calls and the next wait is
// likely for the same thing. When something happens for which no task waits, it is disarmed.

namespace aio {

namespace detail {

namespace {

[[noreturn]] void throw_errno(int error, const char* what) {
    throw std::system_error(error, std::generic_category(), what);
}

[[noreturn]] void throw_closed() {
    throw RuntimeError("the stream is closed: keep it open until everybody who reads or writes it has ended");
}

/// write(2) to a pipe without a reader raises SIGPIPE and, unlike send(2), has no flag against it. Ignoring
/// the signal would change the whole program, so it is held back in this thread and taken out of the queue.
ssize_t write_without_signal(int descriptor, std::string_view bytes) {
    sigset_t pipe_signal;
    sigset_t pending;
    sigset_t before;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    const int error = errno;
    if (written < 0 && error == EPIPE && sigismember(&pending, SIGPIPE) == 0) {
        const timespec at_once{};
        while (sigtimedwait(&pipe_signal, nullptr, &at_once) < 0 && errno == EINTR) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return written;
}

}  // namespace

class StreamState final : public HandleOwner {
public:
    explicit StreamState(Descriptor descriptor);

    /// The available bytes; "" at the end; nothing if the caller must wait.
    std::optional<std::string> try_read(std::size_t max);

    /// How many bytes went through; 0 when one has to wait. Requires: not empty.
    std::size_t try_write(std::string_view bytes);

    /// To be awaited by an OutsideWait on readers() or writers() next. `event` is UV_READABLE or UV_WRITABLE.
    void arm(int event);
    OutsideWaits& readers() noexcept { return readers_; }
    OutsideWaits& writers() noexcept { return writers_; }

    void close() noexcept;

    /// Reserves one side of the stream for one task while this object exists.
    class Turn {
    public:
        Turn(bool& taken, const char* doing) : taken_(taken) {
            if (taken)
                throw RuntimeError(std::string("two coroutines ") + doing + " the same stream at once");
            taken = true;
        }
        ~Turn() { taken_ = false; }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        bool& taken_;
    };
    bool reading = false;
    bool writing = false;

    /// Whether the loop should make a turn before the next try. Otherwise a fast peer could keep one
    /// coroutine busy for ever, and no timeout would fire.
    bool too_long_at_once() noexcept { return ++at_once_ % 64 == 0; }

private:
    void loop_ends(uv_handle_t& handle) noexcept override;
    void poll_happened(int status, int events) noexcept;

    Descriptor descriptor_;
    bool is_socket_ = false;
    bool poll_open_ = false;
    int armed_ = 0;
    unsigned at_once_ = 0;
    uv_poll_t poll_{};
    OutsideWaits readers_;
    OutsideWaits writers_;
};

StreamState::StreamState(Descriptor descriptor) : descriptor_(std::move(descriptor)) {
    const int number = descriptor_.get();
    const int flags = ::fcntl(number, F_GETFL);
    if (flags < 0) throw_errno(errno, "a stream needs an open descriptor");
    if ((flags & O_NONBLOCK) == 0 && ::fcntl(number, F_SETFL, flags | O_NONBLOCK) < 0) {
        throw_errno(errno, "cannot make a stream non-blocking");
    }
    if (::fcntl(number, F_SETFD, FD_CLOEXEC) < 0) throw_errno(errno, "cannot make a stream close-on-exec");
    struct stat status{};
    is_socket_ = ::fstat(number, &status) == 0 && S_ISSOCK(status.st_mode);
}

std::optional<std::string> StreamState::try_read(std::size_t max) {
    if (descriptor_.get() < 0) throw_closed();
    char buffer[65536];  // on the stack: a string of this size would be filled with zeros first
    for (;;) {
        const ssize_t count = ::read(descriptor_.get(), buffer, std::min(max, sizeof buffer));
        if (count >= 0) return std::string(buffer, static_cast<std::size_t>(count));
        if (errno == EAGAIN) return std::nullopt;
        // A socket whose other side died with bytes of ours unread. What it had sent was read before.
        if (errno == ECONNRESET) return std::string();
        if (errno != EINTR) throw_errno(errno, "cannot read from a stream");
    }
}

std::size_t StreamState::try_write(std::string_view bytes) {
    if (descriptor_.get() < 0) throw_closed();
    for (;;) {
        const ssize_t count = is_socket_ ? ::send(descriptor_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL)
                                         : write_without_signal(descriptor_.get(), bytes);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno == EAGAIN) return 0;
        if (errno != EINTR) throw_errno(errno, "cannot write to a stream");
    }
}

void StreamState::arm(int event) {
    at_once_ = 0;
    if ((armed_ & event) != 0) return;
    if (!poll_open_) {
        if (const int error = uv_poll_init(Loop::current().uv(), &poll_, descriptor_.get()); error != 0) {
            throw_errno(-error, "cannot wait on a stream");
        }
        opened(poll_);
        poll_open_ = true;
    }
    const auto happened = [](uv_poll_t* poll, int status, int events) {
        owner_of<StreamState>(poll).poll_happened(status, events);
    };
    if (const int error = uv_poll_start(&poll_, armed_ | event, happened); error != 0) {
        throw_errno(-error, "cannot wait on a stream");
    }
    armed_ |= event;
}

void StreamState::poll_happened(int status, int events) noexcept {
    if (status < 0)
        events = armed_;  // libuv says EBADF for every error: the next read or write gives the real one
    bool nobody_waits = status < 0;
    if ((events & UV_READABLE) != 0) {
        nobody_waits |= readers_.empty();
        readers_.wake_all();
    }
    if ((events & UV_WRITABLE) != 0) {
        nobody_waits |= writers_.empty();
        writers_.wake_all();
    }
    if (!nobody_waits) return;
    uv_poll_stop(&poll_);
    const int still_wanted = (readers_.empty() ? 0 : UV_READABLE) | (writers_.empty() ? 0 : UV_WRITABLE);
    armed_ = 0;
    if (still_wanted != 0) arm(still_wanted);
}

void StreamState::close() noexcept {
    if (poll_open_) {
        poll_open_ = false;
        armed_ = 0;
        close_handle(poll_);
    }
    descriptor_.close();  // libuv has let go of the descriptor already, only the handle is closed later
    readers_.wake_all();
    writers_.wake_all();
}

void StreamState::loop_ends(uv_handle_t& open_handle) noexcept {
    poll_open_ = false;  // the stream itself stays open, and a later run() may use it
    armed_ = 0;
    close_handle(open_handle);
}

namespace {

Coroutine<std::string> read_some(Reference<StreamState> stream, std::size_t max) {
    const StreamState::Turn turn(stream->reading, "read");
    if (max == 0) throw ValueError("read_some(0) would look like the end");
    if (stream->too_long_at_once()) co_await sleep(Duration::zero());
    for (;;) {
        std::optional<std::string> bytes = stream->try_read(max);
        if (bytes) co_return std::move(*bytes);
        stream->arm(UV_READABLE);
        OutsideWait wait(stream->readers(), "bytes to read from a stream");
        co_await wait;
    }
}

Coroutine<> write_all(Reference<StreamState> stream, std::string bytes) {
    const StreamState::Turn turn(stream->writing, "write");
    std::string_view rest = bytes;
    while (!rest.empty()) {
        if (stream->too_long_at_once()) co_await sleep(Duration::zero());
        const std::size_t written = stream->try_write(rest);
        rest.remove_prefix(written);
        if (written == 0) {
            stream->arm(UV_WRITABLE);
            OutsideWait wait(stream->writers(), "room to write to a stream");
            co_await wait;
        }
    }
}

}  // namespace

}  // namespace detail

Stream::Stream(int descriptor) : state_(new detail::StreamState(Descriptor(descriptor))) {}

Stream::Stream(Stream&& other) noexcept = default;

Stream& Stream::operator=(Stream&& other) noexcept {
    if (this != &other) {
        close();
        state_ = std::move(other.state_);
    }
    return *this;
}

Stream::~Stream() { close(); }

void Stream::close() noexcept {
    if (state_) state_->close();
}

Coroutine<std::string> Stream::read_some(std::size_t max) { return detail::read_some(state_, max); }

Coroutine<> Stream::write_all(std::string bytes) { return detail::write_all(state_, std::move(bytes)); }

}  // namespace aio
