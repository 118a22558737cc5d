#include "grader/box/program_socket.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
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
    const int descriptor = program.get();
    // One byte with the descriptor beside it: unix(7), SCM_RIGHTS; cmsg(3).
    char byte = 0;
    iovec text{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof descriptor)] = {};
    msghdr message{};
    message.msg_iov = &text;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    ::sendmsg(socket.get(), &message, MSG_NOSIGNAL);
}

}  // namespace grader
