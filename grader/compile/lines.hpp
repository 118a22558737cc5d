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

/// The line of the submission for each place in a program (an offset in its file). Places in other code are
/// missing.
using Lines = std::map<std::uint64_t, std::uint32_t>;

/// Finds the lines of these places. Compiles the submission once more, with line information; this takes a
/// tenth of a second, and only submissions whose lines are needed pay it. If that fails, no line is found.
/// `kit` outlives it. Requires: the program was compiled from this request.
aio::Coroutine<Lines> find_lines(CompileRequest request, const Kit& kit, Containment containment,
                                 std::set<std::uint64_t> places);

/// Reads the output of addr2line -a -i. Any bytes give a value.
Lines read_lines(std::string_view printed);

}  // namespace grader
