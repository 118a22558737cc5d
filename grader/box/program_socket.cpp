#include "grader/box/program_socket.hpp"

#include "grader/box/descriptor_passing.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

namespace grader {

std::pair<aio::Descriptor, aio::Descriptor> program_socket() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    return {aio::Descriptor(ends[0]), aio::Descriptor(ends[1])};
}

void send_program(const aio::Descriptor& socket, const std::string& path) {
    const aio::Descriptor program(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (program.get() < 0) throw std::system_error(errno, std::generic_category(), path);
    send_descriptor(socket.get(), program.get());
}

}  // namespace grader
