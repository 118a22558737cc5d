#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace bench {

/// A real clock's time, in ns.
double wall_ns();

/// Processor time since it was made: the user's and the kernel's, this process's only.
class Stopwatch {
public:
    double ns() const;
    double ns_each(std::uint64_t count) const { return ns() / static_cast<double>(count); }

private:
    double began_ = cpu_ns();
    static double cpu_ns();
};

/// The compiler must compute this value, and may not guess it.
template <class T>
void keep(T& value) {
    asm volatile("" : "+m"(value) : : "memory");
}

/// Delays of 10 to 1000 ms: the same ones in every run, and in every peer.
class Delays {
public:
    std::uint32_t next_ms() { return 10 + next() % 991; }

private:
    std::uint32_t next() {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U);
    }
    std::uint64_t state_ = 12345;
};

/// By how many bytes the memory in use grew at most, at any moment while `work` ran, after `first` had run.
/// Both run in a child process, where nothing that ran before left memory to use again.
double peak_growth_bytes(const std::function<void()>& first, const std::function<void()>& work);

/// What a command prints, to the end; its standard error too, where `with_errors`. Empty when it failed.
std::string output_of(const std::string& command, bool with_errors = false);

}  // namespace bench
