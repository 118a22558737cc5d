#include "grader/box/pinned_core.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace grader {

namespace {

bool one_lives = false;

/// The present one first. At least one.
std::vector<int> allowed_cores() {
    const int present = std::max(0, ::sched_getcpu());
    std::vector<int> cores = {present};
    cpu_set_t allowed;
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return cores;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (core != present && CPU_ISSET(static_cast<std::size_t>(core), &allowed)) cores.push_back(core);
    }
    return cores;
}

}  // namespace

int PinnedCore::next() {
    static const std::vector<int> cores = allowed_cores();
    static std::size_t given = 0;
    return cores[given++ % cores.size()];
}

PinnedCore::PinnedCore(int core) {
    if (one_lives || ::sched_getaffinity(0, sizeof before_, &before_) != 0) return;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(core), &one);
    one_lives = moved_ = ::sched_setaffinity(0, sizeof one, &one) == 0;
}

PinnedCore::~PinnedCore() {
    if (!moved_) return;
    ::sched_setaffinity(0, sizeof before_, &before_);
    one_lives = false;
}

}  // namespace grader
