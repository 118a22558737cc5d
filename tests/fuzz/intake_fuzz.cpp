// Any source can be taken in: its digest comes to an end, and does not change with comments and white space.
// And what the compiler, the linker and addr2line print about it is read by us, too: it quotes the source.

#include "grader/compile/diagnostics.hpp"
#include "grader/compile/lines.hpp"
#include "grader/intake/intake.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string source(reinterpret_cast<const char*>(data), size);
    const std::string digest = grader::code_digest(source);
    if (digest.size() != 64) std::abort();
    if (grader::code_digest("// a remark\n  \t\n/* another */" + source) != digest) std::abort();
    grader::read_compiler(source, "x.cpp");
    grader::LinkerWords words;
    words.display_name = "x.cpp";
    words.exercise = "toaster";
    words.given_header = source;
    grader::read_linker(source, words);
    for (const auto& [place, line] : grader::read_lines(source)) {
        if (line == 0) std::abort();
    }
    return 0;
}
