#include "tests/grader/played.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace grader;

namespace {

// Prints something for every number that would be another thing in every run.
constexpr const char* source = R"source(#include "exercises/crawler/crawler.hpp"
#include <pthread.h>
#include <sched.h>
#include <sys/auxv.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <thread>
#include <unordered_map>
#include <vector>

aio::Coroutine<> download(aio::Semaphore&, int) { co_return; }

const unsigned drawn_before_main = std::random_device()();
const auto moment_before_main = std::chrono::system_clock::now().time_since_epoch().count();
const auto steady_before_main = std::chrono::steady_clock::now().time_since_epoch().count();

template <class Fill>
unsigned long number(Fill fill) {
    unsigned long bytes = 0;
    fill(&bytes, sizeof bytes);
    return bytes;
}

aio::Coroutine<> crawl(int what, int) {
    int here = 0;
    switch (what) {
        case 0: std::cout << static_cast<void*>(&here); break;
        case 1: std::cout << static_cast<void*>(new int[100]) << ' ' << static_cast<void*>(new char[1 << 20]); break;
        case 2: std::cout << reinterpret_cast<void*>(&std::rand) << ' ' << reinterpret_cast<void*>(&download); break;
        case 3: {
            std::unordered_map<void*, int> by_address;
            for (int i = 0; i < 50; ++i) by_address[new char[static_cast<std::size_t>(i + 1)]] = i;
            for (const auto& [address, i] : by_address) std::cout << i << ' ';
            break;
        }
        case 4: std::cout << std::random_device()() << ' ' << std::random_device()(); break;
        case 5: std::cout << number([](void* to, std::size_t size) { (void)!getrandom(to, size, 0); }); break;
        case 6: std::cout << number([](void* to, std::size_t size) { (void)!getentropy(to, size); }); break;
        case 7: std::cout << number([](void* to, std::size_t size) { syscall(SYS_getrandom, to, size, 0); }); break;
        case 8: std::cout << std::rand() << ' ' << drawn_before_main; break;
        case 9: std::cout << getpid() << ' ' << getppid() << ' ' << gettid() << ' ' << syscall(SYS_getpid); break;
        case 10: std::cout << std::this_thread::get_id(); break;
        case 11: std::thread([] { std::cout << std::this_thread::get_id() << ' ' << gettid(); }).join(); break;
        case 12: {
            for (volatile int i = 0; i < 3'000'000; i = i + 1) {}
            std::cout << std::clock();
            break;
        }
        case 13: std::cout << std::time(nullptr) << ' ' << moment_before_main << ' ' << steady_before_main; break;
        case 14: std::cout << *reinterpret_cast<unsigned long*>(getauxval(AT_RANDOM)); break;
        case 15: std::cout << sched_getcpu() << ' ' << std::thread::hardware_concurrency(); break;
        case 16: std::cout << __DATE__ << ' ' << __TIME__ << ' ' << __TIMESTAMP__; break;
        case 17: {
            const auto print = [](int number) {
                std::cout << number << " in ";
                std::this_thread::sleep_for(std::chrono::seconds(1));
                std::cout << number << " out ";
            };
            std::thread one(print, 1);
            std::thread two(print, 2);
            std::cout << "loop ";
            one.join();
            two.join();
            break;
        }
    }
    co_return;
}
)source";

constexpr int ways = 18;

/// What each of them prints, in a session of its own.
std::vector<std::string> printed(const CompileResult& program) {
    std::vector<Scenario> scenarios;
    for (int what = 0; what < ways; ++what) {
        Scenario scenario;
        scenario.id = "way";
        scenario.script.calls.push_back({"crawl", {{"pages", std::to_string(what)}, {"limit", "0"}}});
        scenarios.push_back(std::move(scenario));
    }
    std::vector<std::string> texts;
    for (const Played& played : played::play(program, std::move(scenarios))) {
        CHECK(played.run.ending == Ending::finished);
        std::string text;
        for (const Event& event : played.run.events) if (event.what.kind == protocol::Kind::printed) text += event.what.detail.str();
        texts.push_back(text);
    }
    return texts;
}

}  // namespace

TEST_CASE("same bytes: addresses, chance, numbers of processes and clocks are the same in every session") {
    const CompileResult program = played::compile("crawler", source);
    const std::vector<std::string> first = printed(program);
    const std::vector<std::string> second = printed(program);
    const std::vector<std::string> of_another_compile = printed(played::compile("crawler", source));
    for (int what = 0; what < ways; ++what) {
        CAPTURE(what);
        const auto i = static_cast<std::size_t>(what);
        CHECK(first[i] != "");
        CHECK(second[i] == first[i]);
        CHECK(of_another_compile[i] == first[i]);
    }
    CHECK(first[16] == "Jan  1 1970 00:00:00 Thu Jan  1 00:00:00 1970");
}

TEST_CASE("same bytes: what threads print and what the loop's thread prints has the same order every time") {
    const CompileResult program = played::compile("crawler", source);
    for (int i = 0; i < 10; ++i) CHECK(printed(program).at(17) == "1 in 2 in loop 1 out 2 out ");
}

TEST_CASE("same bytes: two numbers drawn by chance in one run are not the same") {
    const std::string drawn = printed(played::compile("crawler", source)).at(4);
    CHECK(drawn.substr(0, drawn.find(' ')) != drawn.substr(drawn.find(' ') + 1));
}
