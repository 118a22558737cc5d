#include "grader/intake/cpp_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;

TEST_CASE("cpp text: a name is found as a whole word only") {
    CHECK(has_name("fetch", "fetch"));
    CHECK(has_name("prefetch(); refetch2(); aio::Coroutine<> fetch();", "fetch"));
    CHECK(has_name("parcel::fetch", "fetch"));
    for (const char* source : {"", "fetc", "prefetch", "fetch2", "fetch_all", "_fetch", "Fetch"})
        CHECK_FALSE_MESSAGE(has_name(source, "fetch"), source);
}

TEST_CASE("cpp text: a name has letters, digits, _ and what else is allowed, and begins with no digit") {
    for (const char* name : {"a", "_", "a1", "camelCase", "snake_case"})
        CHECK_MESSAGE(is_name(name, ""), name);
    for (const char* text : {"", "1a", "a b", "a-b", "a.b", "São"})
        CHECK_FALSE_MESSAGE(is_name(text, ""), text);
    CHECK(is_name("servers.delay", "."));
    CHECK(is_name("parcel::fetch", ":"));
    CHECK_FALSE(is_name("parcel::fetch", "."));
    CHECK_FALSE(is_name("1.5", "."));
}
