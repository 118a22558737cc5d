#include "runtime/io/pipe.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace aio {

namespace {

std::pair<Stream, Descriptor> first_is_ours(const int (&ends)[2]) {
    Descriptor theirs(ends[1]);
    return {Stream(ends[0]), std::move(theirs)};
}

}  // namespace

std::pair<Stream, Descriptor> output_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
    return first_is_ours(ends);
}

std::pair<Stream, Descriptor> socket_pair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw std::system_error(errno, std::generic_category(), "cannot make a pair of sockets");
    }
    return first_is_ours(ends);
}

}  // namespace aio
