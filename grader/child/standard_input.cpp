// Standard input is empty here; in a terminal a read would block the loop until somebody types. Nobody knows
// how long that takes, so it is recorded as a wait of no length. The same for commands, because a program
// would wait for them.

#include "grader/child/standard_input.hpp"

#include "grader/child/stepping.hpp"
#include "grader/child/system_call.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <streambuf>
#include <string_view>

namespace child {

namespace {

/// Told although it has no length.
void tell(const char* in_what) {
    if (Recorder* recorder = stepping()) recorder->blocked(Nanoseconds::zero(), in_what);
}

constexpr const char* input = "standard input";

class NoInput final : public std::streambuf {
    int_type underflow() override {
        tell(input);
        return traits_type::eof();
    }
};

ssize_t read_nothing(void*, char*, std::size_t) {
    tell(input);
    return 0;
}

}  // namespace

void watch_standard_input() {
    static NoInput nothing;
    std::cin.rdbuf(&nothing);
    cookie_io_functions_t functions{};
    functions.read = read_nothing;
    if (FILE* file = fopencookie(nullptr, "r", functions)) stdin = file;
}

}  // namespace child

extern "C" {

[[gnu::weak]] ssize_t read(int descriptor, void* bytes, std::size_t size) {
    if (descriptor == 0) child::tell(child::input);
    const long got = child::system_call(SYS_read, descriptor, child::address(bytes), static_cast<long>(size));
    if (got >= 0) return got;
    errno = static_cast<int>(-got);
    return -1;
}

// No command runs in the box. But `sleep N` has a known length, so it moves virtual time.
[[gnu::weak]] int system(const char* command) {
    static auto* const next = child::real<int(const char*)>("system");
    if (command == nullptr || child::stepping() == nullptr) return next(command);
    constexpr std::string_view sleeps = "sleep ";
    if (std::string_view(command).starts_with(sleeps)) {
        char* end = nullptr;
        const double length = std::strtod(command + sleeps.size(), &end);
        if (*end == '\0' && length > 0 && length < 1e9) {
            child::block(
                std::chrono::duration_cast<child::Nanoseconds>(std::chrono::duration<double>(length)),
                "system()");
            return 0;
        }
    }
    child::tell("system()");
    return next(command);
}

[[gnu::weak]] FILE* popen(const char* command, const char* mode) {
    static auto* const next = child::real<FILE*(const char*, const char*)>("popen");
    child::tell("popen()");
    return next(command, mode);
}

}  // extern "C"
