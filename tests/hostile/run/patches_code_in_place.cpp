// Attack: Writes over the recorder's code, so that blocking calls are not told.
// Outcome: failed | crashed
//
// It sleeps where nobody is told of it any more. Then nobody moves the time either.

#include "exercises/toaster/toaster.hpp"

#include <sys/mman.h>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <thread>

using namespace std::chrono_literals;

namespace child {
struct Recorder {
    void blocked(aio::Duration, const char*);
};
}  // namespace child

void attack() {
    void (child::Recorder::* const member)(aio::Duration, const char*) = &child::Recorder::blocked;
    std::uintptr_t code = 0;
    std::memcpy(&code, &member, sizeof code);
    mprotect(reinterpret_cast<void*>(code & ~std::uintptr_t{4095}), 8192, PROT_READ | PROT_WRITE | PROT_EXEC);
    *reinterpret_cast<unsigned char*>(code) = 0xc3;  // ret
}

aio::Coroutine<> toast_bread() {
    attack();
    std::cout << "bread in\n";
    std::this_thread::sleep_for(2s);
    std::cout << "bread ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    attack();
    std::cout << "coffee on\n";
    std::this_thread::sleep_for(2s);
    std::cout << "coffee ready\n";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = 4s;
    measured.together = 2s;
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return measured;
}
