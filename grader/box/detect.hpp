#pragma once

#include "grader/box/sandbox.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace grader {

/// The result of trying one mode.
struct Tried {
    Tried() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's result

    std::optional<Containment> works;
    std::string why_not;  ///< the error message; if several modes were tried, those of the better ones
};

/// Whether this sandbox works on this machine, found out by running a program in it, which must be able to
/// reach the folders in `needed`. Root's programs run as a spare user wherever root may become another user:
/// one that cannot reach a folder is no reason to run them as root.
aio::Coroutine<Tried> try_sandbox(const Sandbox& sandbox, std::vector<std::string> needed = {});

/// The best sandbox that works here; nothing when no program can be started at all. Where
/// AWAITLAB_CONTAINMENT in the environment names a sandbox, nothing that is better is tried. `needed`: as in
/// try_sandbox().
aio::Coroutine<Tried> detect_containment(std::vector<std::string> needed = {});

}  // namespace grader
