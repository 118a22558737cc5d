// Theory of operation
//
// The linker puts this in front of a submission. Started once, it warms up (libraries loaded, the student's globals
// made) and then serves scripts: for each it forks, so that no scenario sees what another left behind. The forked
// process runs the script under the Recorder, which asks the grader for the time (grader/protocol/protocol.hpp);
// this one only waits for it and reports how it ended. Whatever is reported from here is checked by the grader
// against the conversation; nothing in this process is trusted.
//
// With the argument --live it runs the standard case once, in real time, on the terminal.

#include "grader/child/chance.hpp"
#include "grader/child/channel.hpp"
#include "grader/child/crash.hpp"
#include "grader/child/driver.hpp"
#include "grader/child/no_processes.hpp"
#include "grader/child/recorder.hpp"
#include "grader/child/standard_input.hpp"
#include "grader/child/stepping.hpp"
#include "grader/child/system_call.hpp"
#include "runtime/aio.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>

namespace child {

namespace {

/// Tells what came out of a call, when it was no CancelledError.
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
        auto call = aio::create_task(perform(script.calls[i].function, Arguments(script.calls[i].arguments), results));
        recorder.when_cancelled([call] { call.cancel(); });
        auto outcome = protocol::Outcome::returned;
        std::string error;
        try {
            co_await call;
        } catch (const aio::CancelledError&) {
            outcome = protocol::Outcome::cancelled;
        } catch (...) {
            outcome = protocol::Outcome::raised;
            error = describe_current_exception();
        }
        recorder.when_cancelled(nullptr);
        for (const auto& [name, value] : results.values()) recorder.result(i, name, value);
        recorder.call_ended(i, outcome, error);
        if (outcome == protocol::Outcome::raised) co_return;
        // What was cancelled at this moment may still need some turns of it to end.
        co_await aio::sleep(aio::Duration(1));
    }
}

[[noreturn]] void run_script(protocol::Script script, Channel& channel) {
    Recorder recorder(channel, script.late_seed);
    set_current_recorder(&recorder);
    tell_of_crashes();
    watch_standard_input();
    seed_chance(script.late_seed);
    aio::RunOptions options;
    options.clock = &recorder;
    options.observer = &recorder;
    try {
        aio::run(play(std::move(script), recorder), options);
    } catch (const aio::DeadlockError&) {  // told already, as events
    }
    set_current_recorder(nullptr);
    recorder.finish();
    for (;;) system_call(SYS_exit_group, 0);
}

protocol::Status wait_for(pid_t process) {
    int how = 0;
    rusage used{};
    while (wait4(process, &how, 0, &used) < 0 && errno == EINTR) {}
    const auto microseconds = [](const timeval& time) { return time.tv_sec * 1'000'000L + time.tv_usec; };
    protocol::Status status;
    status.code = WIFEXITED(how) ? WEXITSTATUS(how) : 0;
    status.signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
    status.cpu_us = microseconds(used.ru_utime) + microseconds(used.ru_stime);
    status.max_rss_kb = used.ru_maxrss;
    return status;
}

int serve() {
    // Written line by line, so that a crash loses no more than the line it happened in.
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    Channel channel;
    while (auto script = channel.read_script()) {
        const pid_t process = fork();
        if (process == 0) {
            close(protocol::status_descriptor);
            forbid_processes();
            run_script(std::move(*script), channel);
        }
        const protocol::Status status = process < 0 ? protocol::Status{.code = 127} : wait_for(process);
        const std::string bytes = protocol::write_status(status);
        if (::write(protocol::status_descriptor, bytes.data(), bytes.size()) < 0) return 1;
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
