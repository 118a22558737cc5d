// Any source can be taken in: its digest comes to an end, and does not change with comments and white space.

#include "grader/compile/diagnostics.hpp"
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
    // What a compiler prints about it is read by us, too, and quotes it.
    grader::read_compiler(source, "x.cpp");
    return 0;
}
