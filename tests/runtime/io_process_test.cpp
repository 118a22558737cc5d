#include "runtime/aio.hpp"
#include "runtime/io/pipe.hpp"
#include "runtime/io/process.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace {

aio::ProcessOptions shell(const std::string& script) {
    aio::ProcessOptions options;
    options.command = {"sh", "-c", script};
    return options;
}

aio::Coroutine<std::string> read_all(aio::Stream& stream) {
    std::string all;
    for (;;) {
        const std::string some = co_await stream.read_some();
        if (some.empty()) co_return all;
        all += some;
    }
}

/// What a child says on its standard output.
aio::Coroutine<std::string> output_of(aio::ProcessOptions options) {
    auto [stream, child] = aio::output_pipe();
    options.descriptors.push_back({1, child.get()});
    aio::Process process(options);
    child.close();
    std::string output = co_await read_all(stream);
    co_await process.wait();
    co_return output;
}

std::size_t open_descriptors() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
    return count;
}

bool no_children_left() { return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }

}  // namespace

namespace {
aio::Coroutine<> exit_codes_and_signals() {
    aio::Process seven(shell("exit 7"));
    const aio::ExitStatus status = co_await seven.wait();
    CHECK(status.code == 7);
    CHECK(status.signal == 0);
    const aio::ExitStatus again = co_await seven.wait();
    CHECK(again.code == 7);
    seven.kill(SIGTERM);

    aio::Process killed(shell("kill -SEGV $$"));
    const aio::ExitStatus crashed = co_await killed.wait();
    CHECK(crashed.signal == SIGSEGV);
}
}  // namespace
TEST_CASE("a process tells how it ended, as often as it is asked") { aio::run(exit_codes_and_signals()); }

namespace {
aio::Coroutine<> several_wait() {
    aio::Process process(shell("exit 3"));
    auto [a, b] = co_await aio::gather(process.wait(), process.wait());
    CHECK(a.code == 3);
    CHECK(b.code == 3);
}
}  // namespace
TEST_CASE("several coroutines can wait for one process") { aio::run(several_wait()); }

namespace {
aio::Coroutine<> environment_and_folder() {
    aio::ProcessOptions options;
    options.command = {"env"};
    options.environment = {"A=1", "B=two words"};
    const std::string environment = co_await output_of(options);
    CHECK(environment == "A=1\nB=two words\n");
    aio::ProcessOptions nothing;
    nothing.command = {"env"};
    const std::string empty = co_await output_of(nothing);
    CHECK(empty.empty());
    aio::ProcessOptions in_usr = shell("pwd");
    in_usr.working_directory = "/usr";
    const std::string folder = co_await output_of(in_usr);
    CHECK(folder == "/usr\n");
}
}  // namespace
TEST_CASE("a child gets exactly the environment and the folder it is given") {
    aio::run(environment_and_folder());
}

namespace {
aio::Coroutine<> descriptors_of_the_child() {
    const aio::Descriptor inheritable(::open("/dev/null", O_RDONLY));  // close-on-exec forgotten
    REQUIRE(inheritable.get() > 2);
    auto [extra, child_extra] = aio::socket_pair();
    aio::ProcessOptions options =
        shell("echo hello >&5; for n in 0 2; do readlink /proc/$$/fd/$n; done; ls /proc/$$/fd");
    options.environment = {"PATH=/usr/bin:/bin"};
    options.descriptors.push_back({5, child_extra.get()});
    const std::string output = co_await output_of(options);
    CHECK(output == "/dev/null\n/dev/null\n0\n1\n2\n5\n");
    child_extra.close();
    const std::string greeting = co_await read_all(extra);
    CHECK(greeting == "hello\n");
}
}  // namespace
TEST_CASE("a child gets the descriptors it is given under their new numbers, and no others") {
    aio::run(descriptors_of_the_child());
}

namespace {
aio::Coroutine<std::string> error_of_starting(aio::ProcessOptions options) {
    try {
        aio::Process process(options);
    } catch (const std::system_error& error) {
        co_return error.what();
    }
    co_return "";
}
aio::Coroutine<> cannot_start() {
    aio::ProcessOptions missing;
    missing.command = {"no-such-program-anywhere"};
    const std::string by_name = co_await error_of_starting(missing);
    CHECK(by_name.find("no-such-program-anywhere") != std::string::npos);
    missing.command = {"/no/such/program"};
    const std::string by_path = co_await error_of_starting(missing);
    CHECK(by_path.find("/no/such/program") != std::string::npos);
    aio::ProcessOptions elsewhere = shell("true");
    elsewhere.working_directory = "/no/such/folder";
    const std::string no_folder = co_await error_of_starting(elsewhere);
    CHECK(no_folder.find("/no/such/folder") != std::string::npos);
    co_await aio::sleep(0s);
}
}  // namespace
TEST_CASE("a program that cannot be started is an error with its name") {
    aio::run(cannot_start());
    CHECK(no_children_left());
}

TEST_CASE("a process needs a loop") { CHECK_THROWS_AS(aio::Process(shell("true")), aio::RuntimeError); }

namespace {
aio::Coroutine<> cancelled_wait() {
    auto [stream, child] = aio::socket_pair();
    aio::ProcessOptions options = shell("read line; exit 4");
    options.descriptors.push_back({0, child.get()});
    aio::Process process(options);
    bool late = false;
    try {
        co_await aio::timeout(2ms, process.wait());
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    CHECK(late);
    co_await stream.write_all("go on\n");
    const aio::ExitStatus status = co_await process.wait();
    CHECK(status.code == 4);
}
}  // namespace
TEST_CASE("cancelling a wait lets the process run on") { aio::run(cancelled_wait()); }

namespace {
aio::Coroutine<> killed() {
    aio::Process process(shell("exec sleep 100"));
    CHECK(process.pid() > 0);
    process.kill(SIGTERM);
    const aio::ExitStatus status = co_await process.wait();
    CHECK(status.signal == SIGTERM);
}
aio::Coroutine<> group_killed() {
    auto [stream, child] = aio::output_pipe();
    aio::ProcessOptions options = shell("sleep 100 & echo started; wait");
    options.environment = {"PATH=/usr/bin:/bin"};
    options.descriptors.push_back({1, child.get()});
    options.own_group = true;
    std::optional<aio::Process> process(options);
    child.close();
    const std::string started = co_await stream.read_some();
    CHECK(started == "started\n");
    process.reset();
    const std::string end = co_await stream.read_some();  // does not come before the grandchild is dead, too
    CHECK(end.empty());
}
}  // namespace
TEST_CASE("a process can be killed") { aio::run(killed()); }
TEST_CASE("a group is killed as a whole") { aio::run(group_killed()); }

namespace {
aio::Coroutine<int> dropped() {
    aio::Process process(shell("exec sleep 100"));
    co_return process.pid();
}
aio::Coroutine<> wait_for_it(aio::Process process) { co_await process.wait(); }
aio::Coroutine<> left_running() {
    aio::create_task(wait_for_it(aio::Process(shell("exec sleep 100"))));
    co_await aio::sleep(1ms);
}
aio::Coroutine<> waiter_outlives_the_object() {
    std::optional<aio::Process> process(shell("exec sleep 100"));
    aio::Task<aio::ExitStatus> waiting = aio::create_task(process->wait());
    co_await aio::sleep(1ms);
    process.reset();
    const aio::ExitStatus status = co_await waiting;
    CHECK(status.signal == SIGKILL);
}
aio::Coroutine<aio::Process> handed_out() { co_return aio::Process(shell("exec sleep 100")); }
aio::Coroutine<> no_slot_beside_a_child() {
    aio::Process process(shell("exec sleep 100"));
    aio::Semaphore none(0);
    auto slot = co_await none.acquire();
}
}  // namespace
TEST_CASE("a process that is dropped is killed and reaped") {
    const int pid = aio::run(dropped());
    CHECK(::kill(pid, 0) == -1);
    CHECK(no_children_left());
}
TEST_CASE("a process that a task still waits for when run() ends is killed and reaped") {
    aio::run(left_running());
    CHECK(no_children_left());
}
TEST_CASE("who waits for a process that is dropped learns that it was killed") {
    aio::run(waiter_outlives_the_object());
}
TEST_CASE("a process does not outlive run(), even when its object does") {
    aio::Process process = aio::run(handed_out());
    CHECK(no_children_left());
    process.kill(SIGTERM);
}
TEST_CASE("a child for which nobody waits does not hide a deadlock") {
    CHECK_THROWS_AS(aio::run(no_slot_beside_a_child()), aio::DeadlockError);
    CHECK(no_children_left());
}

namespace {
aio::Coroutine<> many(int count) {
    for (int i = 0; i < count; ++i) {
        const std::string output = co_await output_of(shell("echo x"));
        REQUIRE(output == "x\n");
        if (i % 10 == 0) co_await error_of_starting(aio::ProcessOptions(shell("x")));
    }
    aio::ProcessOptions missing;
    missing.command = {"/no/such/program"};
    for (int i = 0; i < count; ++i) co_await error_of_starting(missing);
}
}  // namespace
TEST_CASE("two hundred processes one after the other leave no descriptor open") {
    const std::size_t before = open_descriptors();
    aio::run(many(1));
    const std::size_t after_one =
        open_descriptors();  // libuv keeps a pipe for signals from the first loop on
    aio::run(many(200));
    CHECK(open_descriptors() == after_one);
    CHECK(after_one <= before + 2);
    CHECK(no_children_left());
}

namespace {
aio::Coroutine<> ticker() {
    for (;;) co_await aio::sleep(10ms);
}
aio::Coroutine<> child_under_virtual_time() {
    aio::Task<> ticking = aio::create_task(ticker());
    aio::Process process(shell("sleep 0.05; exit 5"));
    const aio::ExitStatus status = co_await aio::timeout(30s, process.wait());
    CHECK(status.code == 5);
    CHECK(aio::now() >= 40ms);
    CHECK(aio::now() < 20s);
    ticking.cancel();
}
}  // namespace
TEST_CASE("virtual time flows while a child runs, and does not jump to its timeout") {
    aio::VirtualClock clock;
    aio::RunOptions options;
    options.clock = &clock;
    aio::run(child_under_virtual_time(), options);
}
