#pragma once

#include "grader/box/box.hpp"
#include "runtime/coroutine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace grader {

/// What came of trying one way.
struct Tried {
    Tried() = default;  // no aggregate: g++ 12 destroys those twice as a coroutine's result

    std::optional<Containment> works;
    std::string why_not;  ///< in the words of what failed; of several ways, why none of the better ones works
};

/// Whether this machine can contain programs in that way, found out by running one, which must be able to
/// reach the folders in `needed`. Root's programs run as a spare user wherever root may become another user:
/// one that cannot reach a folder is no reason to run them as root.
aio::Coroutine<Tried> try_containment(Containment::Walls walls, std::vector<std::string> needed = {});

/// Whether we can make a namespace of users of our own, which bubblewrap needs.
bool can_make_user_namespaces();

/// The best way that works here: bubblewrap, else Landlock, else none; nothing when no program can be started
/// at all. AWAITLAB_CONTAINMENT in the environment names one of the three; then nothing that is better is
/// tried. `needed`: as in try_containment().
aio::Coroutine<Tried> detect_containment(std::vector<std::string> needed = {});

}  // namespace grader
