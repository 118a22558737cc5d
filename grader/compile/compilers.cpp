#include "grader/compile/compilers.hpp"

namespace grader {

std::span<const Compiler> compilers() {
    static const Compiler all[] = {
        {
            .name = "clang",
            .sign = "clang version ",
            .before_version = "clang version ",
            .oldest = 16,
            .has_coroutine_bugs = false,
            .flags = {{"-ftrivial-auto-var-init=pattern"},
                      {"-fno-color-diagnostics"},
                      {"-fno-caret-diagnostics"},
                      {"-ferror-limit=20"},
                      {"-Wno-unused-command-line-argument"}},
            .precompiled_suffix = ".pch",
            .precompile_flags = {"-w", "-fpch-instantiate-templates", "-fpch-codegen"},
            .include_precompiled_flag = "-include-pch",
        },
        {
            .name = "g++",
            .sign = "Free Software Foundation",
            // "g++-12 (Debian 12.2.0-14) 12.2.0": the distribution's own version is in parentheses.
            .before_version = ")",
            .oldest = 11,
            .has_coroutine_bugs = true,
            .flags = {{"-ftrivial-auto-var-init=pattern", 12},
                      {"-fdiagnostics-color=never"},
                      {"-fno-diagnostics-show-caret"},
                      {"-fmax-errors=20"}},
            .precompiled_suffix = "",
            .precompile_flags = {},
            .include_precompiled_flag = "",
        },
    };
    return all;
}

std::span<const char* const> compiler_programs() {
    static constexpr const char* programs[] = {AWAITLAB_COMPILERS};
    return programs;
}

}  // namespace grader
