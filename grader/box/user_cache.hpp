#pragma once

#include <filesystem>

namespace grader {

/// The folder for what the grader keeps for this user: $XDG_CACHE_HOME/awaitlab, or ~/.cache/awaitlab. Empty
/// where neither variable says where that is. (https://specifications.freedesktop.org/basedir-spec/latest/)
std::filesystem::path user_cache();

}  // namespace grader
