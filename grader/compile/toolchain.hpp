#pragma once

#include "grader/compile/compilers.hpp"
#include "grader/texts/text.hpp"
#include "grader/verdict/failure.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace grader {

/// The compiler that submissions are compiled with.
struct Toolchain {
    Toolchain() = default;

    const Compiler* compiler = nullptr;
    std::string path;     ///< of the C++ driver, absolute
    std::string version;  ///< as a verdict shows it, for example "clang 19.1.7"
    int major = 0;
    std::string linker;  ///< for -fuse-ld=: "mold", or empty for the compiler's own choice
    Text advice;         ///< which compiler would be better; empty: this one is the best
};

/// The first of compiler_programs() that the system has, and that is not too old. A failure is the grader's
/// own, and says what to install.
aio::Coroutine<Expected<Toolchain>> find_toolchain();

/// Reads the output of `--version`. Nothing when the compiler is unknown, or too old.
std::optional<Toolchain> read_version(std::string_view printed);

}  // namespace grader
