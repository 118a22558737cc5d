#include "grader/box/descriptor_passing.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

namespace {

/// A message of one byte, with room for one descriptor.
struct Message : msghdr {
    Message() : msghdr{} {
        msg_iov = &text;
        msg_iovlen = 1;
        msg_control = control;
        msg_controllen = sizeof control;
    }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    char byte = 0;
    iovec text{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
};

}  // namespace

bool send_descriptor(int socket, int descriptor) {
    Message message;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    return ::sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

int receive_descriptor(int socket) {
    Message message;
    const ssize_t got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    ::close(socket);
    const cmsghdr* header = got == 1 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}
