#pragma once

#include "runtime/duration.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace grader {

/// What a boxed program may use up. Every number stands in this file.
struct Limits {
    std::chrono::seconds cpu;  ///< of each process; the kernel counts whole seconds
    aio::Duration wall;        ///< real time: of a command, or of a scenario without a word
    /// Address space of each process. A submission has two at a time (gate.hpp), the program and a scenario,
    /// so that its box holds twice this at most.
    std::uint64_t memory_bytes;
    std::uint64_t private_bytes;  ///< of that: what the process alone writes to, the stack apart
    std::size_t output_bytes;  ///< kept of standard output and of standard error, each; the rest is dropped
    std::uint64_t file_bytes;  ///< of any one file it writes
    /// Threads count, too. Only in bubblewrap or for a spare user: elsewhere all of the user's processes
    /// count.
    std::uint64_t processes;
    std::uint64_t open_files;
    std::size_t events = 0;      ///< that one scenario may tell; only for runs
    std::size_t told_bytes = 0;  ///< of names, details and places in these events
    std::size_t kept_bytes = 0;  ///< room for what is kept of all runs at once, events and texts
    // Over all runs of a submission: scenarios, in all orders, also with fewer inputs. Only for runs.
    // What is tried is counted in events, so that every machine tries the same; these end what takes long
    // without telling anything. Zero: no limit.
    std::chrono::seconds cpu_of_all{};
    std::chrono::seconds wall_of_all{};
};

/// For the compiler. An honest file takes a tenth of a second, 350 MB of address space and 30 MB of memory.
constexpr Limits compile_limits() {
    return {
        .cpu = std::chrono::seconds(
            10),  // a hundred times what is needed, and still short for who waits for a class
        .wall = std::chrono::seconds(
            40),  // four times the CPU: on busy cores the wall would otherwise be hit first
        // g++ without precompiled headers takes 0.6 GB of it. A macro bomb fills it in half of the processor
        // time above: which of the two ends it must not be chance.
        .memory_bytes = std::uint64_t{3} << 29,
        .private_bytes = std::uint64_t{3} << 29,
        .output_bytes = std::size_t{256} << 10,  // twenty errors deep in templates; nobody reads more
        .file_bytes = std::uint64_t{64} << 20,   // a submission with debug symbols has 5 MB
        .processes = 64,                         // the linker has two threads a core
        .open_files = 1024,                      // the linker opens all its inputs at once
    };
}

/// For a submission's runs, all of its scenarios together. An exercise may have others
/// (grader/exercise/exercise.hpp).
constexpr Limits run_limits() {
    return {
        // Of one scenario; honest ones take some milliseconds. Far above what it takes to reach the limits of
        // memory and of events, also on a machine three times slower: which of them ends a run must not hang
        // on the machine. Who waits for an endless loop waits that long, once.
        .cpu = std::chrono::seconds(4),
        .wall = std::chrono::seconds(20),        // five times the CPU, as above
        .memory_bytes = std::uint64_t{1} << 30,  // threads reserve much and use little of it
        // As many tasks fit as there may be events. Where a page takes 45 us, as on some virtual machines,
        // it is full after 3 s.
        .private_bytes = std::uint64_t{1} << 28,
        .output_bytes = std::size_t{1} << 20,  // what the grader keeps; a crawl of 200 pages prints 10 kB
        .file_bytes = std::uint64_t{1} << 20,  // there is nothing to write to
        .processes = 64,  // enter, the program, a scenario, and threads used in place of coroutines
        .open_files = 64,
        .events = 200'000,  // a crawl of 200 pages has three thousand; fifty thousand nested awaits pass
        .told_bytes = std::size_t{8} << 20,  // a crawl of 200 pages: 100 kB
        // Of the runs that are judged together and shown. All scenarios of a crawl of 200 pages: 3 MB.
        .kept_bytes = std::size_t{40} << 20,
        // An honest submission is played some hundred times, a few milliseconds each.
        .cpu_of_all = std::chrono::seconds(20),
        .wall_of_all = std::chrono::seconds(60),
    };
}

/// For preparing the kit, with headers and flags of our own: generous, there to end what went wrong.
constexpr Limits kit_limits() {
    return {
        .cpu = std::chrono::seconds(120),
        .wall = std::chrono::seconds(300),
        .memory_bytes = std::uint64_t{8} << 30,
        .private_bytes = std::uint64_t{8} << 30,
        .output_bytes = std::size_t{256} << 10,
        .file_bytes = std::uint64_t{1} << 30,
        .processes = 256,
        .open_files = 1024,
    };
}

}  // namespace grader
