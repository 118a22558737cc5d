// Attack: Prints files of the machine: users, a secret, the model solution.
// Outcome: passed
// Must not contain: root:
// Must not contain: {secret}
// Must not contain: starts nothing yet
// Modes: bubblewrap landlock
//
// With rlimits alone a program sees the whole machine. The model solution is looked for in all folders above
// the one that the grader's library was loaded from.

#include "exercises/toaster/toaster.hpp"

#include <link.h>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace std::chrono_literals;

int collect_folders(dl_phdr_info* loaded, std::size_t, void* list) {
    std::string folder = loaded->dlpi_name;
    while (folder.find('/') != std::string::npos) {
        folder.erase(folder.rfind('/'));
        static_cast<std::vector<std::string>*>(list)->push_back(folder + "/reference/toaster.cpp");
    }
    return 0;
}
void attack() {
    std::vector<std::string> files = {"/etc/passwd",        "/etc/shadow",     "/tmp/awaitlab-hostile/secret",
                                      "/proc/self/environ", "/proc/1/environ", "/root/.bash_history"};
    dl_iterate_phdr(collect_folders, &files);
    for (const std::string& file : files) {
        std::ifstream opened(file);
        if (opened) std::cout << opened.rdbuf() << '\n';
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
