#pragma once

#include "runtime/duration.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace grader {

/// What a boxed program may use. Every limit is in this file.
struct Limits {
    std::chrono::seconds cpu;  ///< of each process; the kernel counts whole seconds
    aio::Duration wall;        ///< real time: of a command, or of a scenario that sends no record
    /// Address space of each process. A submission has two at a time (gate.hpp), the program and a scenario,
    /// so its box uses twice this at most.
    std::uint64_t memory_bytes;
    std::uint64_t private_bytes;  ///< the part that the process alone writes to, without the stack
    std::size_t output_bytes;  ///< kept of standard output and of standard error, each; the rest is dropped
    std::uint64_t file_bytes;  ///< of any one file it writes
    /// Threads count, too. Enforced only in bubblewrap or for a spare user, because elsewhere the kernel
    /// counts all of the user's processes.
    std::uint64_t processes;
    std::uint64_t open_files;
    std::size_t events = 0;      ///< of one scenario; only for runs
    std::size_t told_bytes = 0;  ///< of names, details and places in these events
    std::size_t kept_bytes = 0;  ///< of events and texts that are kept of all runs at once
    // For all runs of a submission together: scenarios, in all orders, also with smaller inputs. Only for
    // runs. The number of runs is limited in events, so that every machine tries the same. These limits end a
    // program that takes long with few events. Zero: no limit.
    std::chrono::seconds cpu_of_all{};
    std::chrono::seconds wall_of_all{};
};

/// For the compiler. An honest file takes a tenth of a second, 350 MB of address space and 30 MB of memory.
constexpr Limits compile_limits() {
    return {
        // A hundred times what an honest file needs, and still short for an instructor who grades a class.
        .cpu = std::chrono::seconds(10),
        // Four times the CPU: on busy cores the real time would otherwise be over first.
        .wall = std::chrono::seconds(40),
        // g++ without precompiled headers takes 0.6 GB of it. A macro bomb fills it in half of the processor
        // time above, so it always reaches this limit first.
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
        // Of one scenario; an honest one takes some milliseconds. A run reaches the limits of memory and of
        // events long before, even on a machine three times slower, because the limit that ends a run must
        // not depend on the machine. An endless loop costs this time once.
        .cpu = std::chrono::seconds(4),
        .wall = std::chrono::seconds(20),        // five times the CPU, as above
        .memory_bytes = std::uint64_t{1} << 30,  // threads reserve much and use little of it
        // As many tasks fit as there may be events. On some virtual machines a page takes 45 us; there a
        // program fills this in 3 s.
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

/// For preparing the kit, with our own headers and flags. Generous: it only ends a compiler that hangs.
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
