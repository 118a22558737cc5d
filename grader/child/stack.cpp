#include "grader/child/stack.hpp"

#include "grader/protocol/protocol.hpp"

#include <unwind.h>

#include <cstddef>

extern "C" {
// The linker's: where the program's own file begins in memory, and where its code ends.
extern const char __executable_start[];
extern const char etext[];
}

namespace child {

namespace {

constexpr std::size_t most_calls = 64;  // a recursion without end has a deep stack

struct Walk {
    std::vector<std::uint64_t>& where;
    std::size_t calls = 0;
};

_Unwind_Reason_Code step(_Unwind_Context* context, void* raw) {
    Walk& walk = *static_cast<Walk*>(raw);
    int at_instruction = 0;
    std::uintptr_t place = _Unwind_GetIPInfo(context, &at_instruction);
    if (at_instruction == 0) --place;  // the return address may already belong to the next line
    const auto begin = reinterpret_cast<std::uintptr_t>(__executable_start);
    if (place >= begin && place < reinterpret_cast<std::uintptr_t>(etext))
        walk.where.push_back(place - begin);
    const bool enough = ++walk.calls == most_calls || walk.where.size() == protocol::most_places;
    return enough ? _URC_END_OF_STACK : _URC_NO_REASON;
}

}  // namespace

void walk_stack(std::vector<std::uint64_t>& where) {
    where.clear();
    Walk walk{where};
    _Unwind_Backtrace(step, &walk);
}

}  // namespace child
