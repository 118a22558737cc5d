// Theory of operation
//
// The linker puts this in front of a submission. Started once, it warms up (libraries loaded, the student's
// globals made) and then serves scripts: each gets a process of its own, so that no scenario sees what
// another left behind. That process runs the script under the Recorder, which asks the grader for the time
// (grader/protocol/protocol.hpp). It is not our child but a child of our parent's, `enter` (grader/box),
// which tells the grader how it ended: nothing in this process is trusted. This process only waits for the
// scenario's end, because both read from one channel.
//
// With the argument --live it runs the standard case once, in real time, on the terminal.

#include "grader/child/chance.hpp"
#include "grader/child/channel.hpp"
#include "grader/child/crash.hpp"
#include "grader/child/driver.hpp"
#include "grader/child/inherited_descriptors.hpp"
#include "grader/child/no_processes.hpp"
#include "grader/child/recorder.hpp"
#include "grader/child/standard_input.hpp"
#include "grader/child/stepping.hpp"
#include "grader/child/system_call.hpp"
#include "grader/child/thrown.hpp"
#include "grader/child/trapped_waits.hpp"
#include "runtime/aio.hpp"

#include <link.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace child {

namespace {

/// The text of the exception that came out of a call, if it was not a CancelledError.
std::string describe_current_exception() {
    try {
        throw;
    } catch (const aio::TimeoutError&) {
        return "aio::TimeoutError";
    } catch (const aio::DeadlockError& error) {
        return error.what();
    } catch (const aio::CancelledError&) {
        return "aio::CancelledError";
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an exception that is no std::exception";
    }
}

aio::Coroutine<> play(protocol::Script script, Recorder& recorder) {
    for (std::size_t i = 0; i < script.calls.size(); ++i) {
        Results results;
        recorder.call_began(i, script.calls[i].function);
        auto call = aio::create_task(
            perform(script.calls[i].function, Arguments(script.calls[i].arguments), results));
        recorder.when_cancelled([call] { call.cancel(); });
        auto completion = protocol::Completion::returned;
        std::string error;
        std::vector<std::uint64_t> where;
        try {
            co_await call;
        } catch (const aio::CancelledError&) {
            completion = protocol::Completion::cancelled;
        } catch (...) {
            completion = protocol::Completion::raised;
            error = describe_current_exception();
            where = thrown_at(std::current_exception());
        }
        recorder.when_cancelled(nullptr);
        for (const auto& [name, value] : results.values()) recorder.result(i, name, value);
        recorder.call_ended(i, completion, error, std::move(where));
        if (completion == protocol::Completion::raised) co_return;
        // Tasks that were cancelled at this moment may need some more turns to end.
        co_await aio::sleep(aio::Duration(1));
    }
}

[[noreturn]] void run_script(protocol::Script script, Channel& channel) {
    Recorder recorder(channel, script.late_seed, std::move(script.order));
    set_current_recorder(&recorder);
    tell_of_crashes();
    watch_exceptions();
    watch_standard_input();
    seed_chance(script.late_seed);
    aio::RunOptions options;
    options.clock = &recorder;
    options.observer = &recorder;
    options.schedule = &recorder;
    try {
        aio::run(play(std::move(script), recorder), options);
    } catch (const aio::DeadlockError&) {  // told already, as events
    }
    set_current_recorder(nullptr);
    recorder.finish();
    for (;;) system_call(SYS_exit_group, 0);
}

/// As fork(), but the new process is a child of our parent's, which lets one live at a time. `end` is where
/// its end can be waited for. The C library has no function for this. What its fork() does in the child is
/// needed only in programs with several threads. Here and in wait_for() the system calls are made by hand:
/// otherwise a poll() defined by the submission would be called for every scenario.
pid_t fork_for_parent(int& end) {
    return static_cast<pid_t>(
        system_call(SYS_clone, CLONE_PARENT | CLONE_PIDFD | SIGCHLD, 0, address(&end), 0, 0));
}

void wait_for(int end) {
    pollfd ended{end, POLLIN, 0};
    while (system_call(SYS_ppoll, address(&ended), 1, 0, 0, 0) == -EINTR) {
    }
    system_call(SYS_close, end);
}

/// The size of a thread's stack, which counts as memory of the process, used or not. It also holds the
/// thread-local variables.
void give_threads_small_stacks() {
    constexpr std::size_t for_calls = std::size_t{2} << 20;
    std::size_t bytes = for_calls;
    dl_iterate_phdr(
        [](dl_phdr_info* file, std::size_t, void* raw) {
            for (int i = 0; i < file->dlpi_phnum; ++i) {
                if (file->dlpi_phdr[i].p_type == PT_TLS)
                    *static_cast<std::size_t*>(raw) += file->dlpi_phdr[i].p_memsz;
            }
            return 1;  // the first one is the program itself
        },
        &bytes);
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return;
    if (pthread_attr_setstacksize(&attributes, bytes) == 0) pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

int serve() {
    // Written line by line, so that a crash loses no more than the line it happened in.
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    give_threads_small_stacks();
    Channel channel;
    while (auto script = channel.read_script()) {
        int end = -1;
        const pid_t process = fork_for_parent(end);
        if (process < 0) return 1;
        if (process == 0) {
            system_call(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL);
            close_inherited_descriptors();
            forbid_processes();
            trap_waits();
            run_script(std::move(*script), channel);
        }
        wait_for(end);
    }
    return 0;
}

}  // namespace

}  // namespace child

int main(int count, char** arguments) {
    child::main_begins();
    if (count == 2 && std::strcmp(arguments[1], "--live") == 0) {
        try {
            aio::run(child::perform_live());
        } catch (...) {
            const std::string error = child::describe_current_exception();
            std::cout.flush();
            std::cerr << "stopped: " << error << '\n';
            return 1;
        }
        return 0;
    }
    return child::serve();
}
