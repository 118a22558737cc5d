#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <cstddef>
#include <string>

namespace aio {

namespace detail {
class StreamState;
}

/// Bytes that come and go on a descriptor: a pipe, a stream socket, a terminal.
/// One coroutine may read while another writes; a second one on the same side gets a RuntimeError.
class Stream {
public:
    /// Takes the descriptor over, and makes it non-blocking and close-on-exec. Throws std::system_error when
    /// the descriptor is not valid; it is closed in this case, too.
    explicit Stream(int descriptor);
    Stream(Stream&& other) noexcept;
    Stream& operator=(Stream&& other) noexcept;
    ~Stream();

    /// Waits until there is something to read and gives it: at most `max` bytes and at most 64 KiB; "" at the
    /// end, also if the other side was reset. A read that is cancelled takes no bytes with it. Throws
    /// std::system_error, ValueError when `max` is 0, RuntimeError when this stream is closed during the
    /// read.
    Coroutine<std::string> read_some(std::size_t max = 65536);

    /// Waits until every byte is written. If it is cancelled half way, a part of them is written. Throws
    /// std::system_error (EPIPE when the reader has closed its side; there is no SIGPIPE), RuntimeError when
    /// the stream is closed here meanwhile.
    Coroutine<> write_all(std::string bytes);

    /// Closes it now; a second call has no effect. A task that still reads or writes gets a RuntimeError.
    void close() noexcept;

private:
    detail::Reference<detail::StreamState> state_;
};

}  // namespace aio
