// Attack: Tries four ways to talk to somebody.
// Outcome: passed
// Must not contain: REACHED
// Modes: bubblewrap landlock
//
// With rlimits alone the network is there.

#include "exercises/toaster/toaster.hpp"

#include <arpa/inet.h>
#include <linux/vm_sockets.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <cstddef>
#include <cstring>
#include <iostream>

using namespace std::chrono_literals;

template <class Address>
void reach(const char* what, int family, int type, const Address& address) {
    const int opened = socket(family, type | SOCK_NONBLOCK, 0);
    if (opened < 0) return;
    if (bind(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        listen(opened, 1) == 0) {
        std::cout << "REACHED " << what << '\n';
    }
    close(opened);
}
void attack() {
    sockaddr_in tcp{};
    tcp.sin_family = AF_INET;
    tcp.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    reach("tcp", AF_INET, SOCK_STREAM, tcp);
    sockaddr_in6 tcp6{};
    tcp6.sin6_family = AF_INET6;
    tcp6.sin6_addr = in6addr_loopback;
    reach("tcp6", AF_INET6, SOCK_STREAM, tcp6);
    sockaddr_vm machine{};
    machine.svm_family = AF_VSOCK;
    machine.svm_cid = VMADDR_CID_ANY;
    machine.svm_port = VMADDR_PORT_ANY;
    reach("vsock", AF_VSOCK, SOCK_STREAM, machine);
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    std::memcpy(local.sun_path, "\0awaitlab-hostile", 17);
    reach("unix", AF_UNIX, SOCK_STREAM, local);
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
