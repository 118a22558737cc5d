#pragma once

#include "runtime/duration.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace grader {

/// What a boxed program may use up. Every number stands in this file.
struct Limits {
    std::chrono::seconds cpu;    ///< of each process; the kernel counts whole seconds
    aio::Duration wall;          ///< real time: of a command, or of a scenario without a word
    std::uint64_t memory_bytes;  ///< address space of each process
    std::size_t output_bytes;    ///< kept of standard output and of standard error, each; the rest is dropped
    std::uint64_t file_bytes;    ///< of any one file it writes
    /// Threads count, too. Only in bubblewrap or for a spare user: elsewhere all of the user's processes
    /// count.
    std::uint64_t processes;
    std::uint64_t open_files;
    std::size_t events = 0;      ///< that one scenario may tell; only for runs
    std::size_t told_bytes = 0;  ///< of names, details and places in these events
    std::size_t kept_bytes = 0;  ///< room for what is kept of all runs at once, events and texts
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
        .output_bytes = std::size_t{256} << 10,  // twenty errors deep in templates; nobody reads more
        .file_bytes = std::uint64_t{64} << 20,   // a submission with debug symbols has 5 MB
        .processes = 64,                         // the linker has two threads a core
        .open_files = 1024,                      // the linker opens all its inputs at once
    };
}

/// For a submission's runs, all of its scenarios together. An exercise may have others
/// (grader/rubric/exercise.hpp).
constexpr Limits run_limits() {
    return {
        .cpu = std::chrono::seconds(2),          // of one scenario; honest ones take some milliseconds
        .wall = std::chrono::seconds(10),        // five times the CPU, as above
        .memory_bytes = std::uint64_t{1} << 30,  // a million tasks fit
        .output_bytes = std::size_t{1} << 20,    // what the grader keeps; a crawl of 200 pages prints 10 kB
        .file_bytes = std::uint64_t{1} << 20,    // there is nothing to write to
        .processes = 64,  // enter, the program, a scenario, and threads used in place of coroutines
        .open_files = 64,
        .events = 200'000,  // a crawl of 200 pages has three thousand; fifty thousand nested awaits pass
        .told_bytes = std::size_t{8} << 20,  // a crawl of 200 pages: 100 kB
        // Runs are judged together, a dozen of them, and shown afterwards. All scenarios of the crawler: 3 MB.
        .kept_bytes = std::size_t{40} << 20,
    };
}

/// For preparing the kit, with headers and flags of our own: generous, there to end what went wrong.
constexpr Limits kit_limits() {
    return {
        .cpu = std::chrono::seconds(120),
        .wall = std::chrono::seconds(300),
        .memory_bytes = std::uint64_t{8} << 30,
        .output_bytes = std::size_t{256} << 10,
        .file_bytes = std::uint64_t{1} << 30,
        .processes = 256,
        .open_files = 1024,
    };
}

}  // namespace grader
