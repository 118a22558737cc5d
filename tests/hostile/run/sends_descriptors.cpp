// Attack: Sends the grader open files over the channel, to fill its table of them.
// Outcome: passed
//
// The call is refused.

#include "exercises/toaster/toaster.hpp"

#include <sys/socket.h>
#include <unistd.h>
#include <cstring>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    for (int i = 0; i < 200; ++i) {
        char byte = 'x';
        iovec data{&byte, 1};
        alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int) * 50)] = {};
        msghdr message{};
        message.msg_iov = &data;
        message.msg_iovlen = 1;
        message.msg_control = space;
        message.msg_controllen = sizeof space;
        cmsghdr* const header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * 50);
        int files[50] = {};
        std::memcpy(CMSG_DATA(header), files, sizeof files);
        if (sendmsg(3, &message, 0) < 0) return;
    }
}

aio::Coroutine<> toast_bread() {
    attack();
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
