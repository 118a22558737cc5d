// A signal that ends the process does not say where it came from. So the handler catches it, records it, and
// raises it again: the process then ends as if there were no handler. The handler has a stack of its own (the
// other one may be used up) and allocates nothing (the heap may be what is broken). When it fails itself, the
// signal ends the process all the same, only without a line.

#include "grader/child/crash.hpp"

#include "grader/child/recorder.hpp"
#include "grader/child/system_call.hpp"
#include "runtime/loop/loop.hpp"

#include <csignal>

namespace child {

namespace {

constexpr int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

alignas(16) char stack[1 << 16];

// The handler is gone when this is called (SA_RESETHAND), and nothing is held back meanwhile (SA_NODEFER).
void tell_and_die(int signal) {
    Recorder* recorder = current_recorder();
    if (recorder != nullptr && aio::detail::Loop::current_or_null() != nullptr) recorder->crashed();
    system_call(SYS_tgkill, system_call(SYS_getpid), system_call(SYS_gettid), signal);
}

}  // namespace

void tell_of_crashes() {
    const stack_t here{stack, 0, sizeof stack};
    sigaltstack(&here, nullptr);
    struct sigaction action{};
    action.sa_handler = tell_and_die;
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
    for (const int signal : deadly) sigaction(signal, &action, nullptr);
}

}  // namespace child
