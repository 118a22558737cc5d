#include "grader/box/user_cache.hpp"

#include <cstdlib>

namespace grader {

namespace {

std::filesystem::path variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

std::filesystem::path user_cache() {
    if (const auto cache = variable("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "awaitlab";
    if (const auto home = variable("HOME"); home.is_absolute()) return home / ".cache/awaitlab";
    return {};
}

}  // namespace grader
