// An exception that comes out of a call no longer knows the place of its throw, and what() seldom names it.
// So each throw is remembered, also those of the C++ library's own checks. Only the last few are kept: the
// exception that comes out of a call is most often the last one, or one that gather() held back while other
// tasks ended.

#include "grader/child/thrown.hpp"

#include "grader/child/stack.hpp"
#include "grader/child/stepping.hpp"
#include "grader/protocol/protocol.hpp"
#include "runtime/errors.hpp"

#include <cstddef>
#include <cstring>
#include <typeinfo>

namespace child {

namespace {

struct Throw {
    const void* error = nullptr;
    std::vector<std::uint64_t> where;
};

Throw last_ones[16];
std::size_t next_one = 0;

/// Allocates nothing: it may be std::bad_alloc that is thrown.
void note(const void* error, const std::type_info& type) {
    if (type == typeid(aio::CancelledError)) return;  // many, and not a fault of anybody's
    Throw& one = last_ones[next_one++ % std::size(last_ones)];
    if (one.where.capacity() == 0) return;
    one.error = error;
    walk_stack(one.where);
}

}  // namespace

void watch_exceptions() {
    for (Throw& one : last_ones) one.where.reserve(protocol::most_places);
}

// The address of the exception is all that an exception_ptr of libstdc++ holds.
std::vector<std::uint64_t> thrown_at(const std::exception_ptr& error) {
    const void* address = nullptr;
    static_assert(sizeof error == sizeof address);
    std::memcpy(&address, static_cast<const void*>(&error), sizeof address);
    for (std::size_t back = 1; back <= std::size(last_ones); ++back) {
        const Throw& one = last_ones[(next_one - back) % std::size(last_ones)];
        if (one.error == address) return one.where;
    }
    return {};
}

}  // namespace child

// What `throw` is compiled to (the Itanium C++ ABI). g++ knows it, with an untyped `type`.
extern "C" [[noreturn]] void __cxa_throw(void* error, void* type, void (*destroy)(void*)) {
    static auto* const next = child::real<void(void*, void*, void (*)(void*))>("__cxa_throw");
    if (child::stepping() != nullptr) child::note(error, *static_cast<const std::type_info*>(type));
    next(error, type, destroy);
    __builtin_unreachable();
}
