#pragma once

#include "grader/box/sandbox.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace grader {

/// The result of trying one mode.
struct Tried {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's result.
    Tried() = default;

    std::optional<Containment> works;
    std::string why_not;  ///< the error message; if several modes were tried, those of the better ones
};

/// Whether this sandbox works on this machine, found out by running a program in it, which must be able to
/// reach the folders in `needed`. Root's programs run as a spare user wherever root can become another user,
/// even if the spare user cannot reach a folder: then the sandbox does not work.
aio::Coroutine<Tried> try_sandbox(const Sandbox& sandbox, std::vector<std::string> needed = {});

/// The best sandbox that works here; nothing when no program can be started at all. If AWAITLAB_CONTAINMENT
/// in the environment names a sandbox, better ones are not tried. `needed`: as in try_sandbox().
aio::Coroutine<Tried> detect_containment(std::vector<std::string> needed = {});

}  // namespace grader
