#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// What differs between compilers with different flags. To add a compiler, add a row in compilers.cpp and its
/// program names in compilers.txt.
struct Compiler {
    struct Flag {
        const char* text;
        int since = 0;  ///< major version
    };

    std::string_view name;            ///< as in a verdict
    std::string_view sign;            ///< what only this one prints for --version
    std::string_view before_version;  ///< on the first line; the last such text counts
    int oldest;                       ///< major version
    bool has_coroutine_bugs;
    std::vector<Flag> flags;  ///< besides those that all compilers take

    // Precompiled headers with their code, and commands without the driver: the fast way. No suffix: not
    // possible.
    std::string_view precompiled_suffix;
    std::vector<std::string> precompile_flags;
    std::string include_precompiled_flag;

    bool can_precompile() const { return !precompiled_suffix.empty(); }
};

std::span<const Compiler> compilers();

/// The names of their programs, the best first.
std::span<const char* const> compiler_programs();

}  // namespace grader
