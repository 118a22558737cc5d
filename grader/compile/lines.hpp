#pragma once

#include "grader/box/box.hpp"
#include "grader/compile/compile.hpp"
#include "grader/compile/kit.hpp"
#include "runtime/coroutine.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace grader {

/// Of a place in a program (an offset in its file), the line of the submission. What is not the submission's
/// own code is not in it.
using Lines = std::map<std::uint64_t, std::uint32_t>;

/// Finds the lines of these places. It compiles the submission once more, with what tells lines: that takes a
/// tenth of a second, which those never pay whose lines nobody asks for. Where it fails, nothing is found.
/// `kit` outlives it. Requires: the request is the one that the program was compiled from, and gave one.
aio::Coroutine<Lines> find_lines(CompileRequest request, const Kit& kit, Containment containment,
                                 std::set<std::uint64_t> places);

/// Reads what addr2line -a -i printed. Any bytes give a value.
Lines read_lines(std::string_view printed);

}  // namespace grader
