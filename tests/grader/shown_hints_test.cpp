#include "grader/commands/shown_hints.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using grader::ShownHints;
namespace fs = std::filesystem;

TEST_CASE("hints: one more each time, up to the last; another check begins anew") {
    const TemporaryFolder folder;
    const ShownHints shown(fs::path(folder / "not/there/yet"), "parcel");
    CHECK(shown.one_more("a", 3) == 1);
    CHECK(shown.one_more("a", 3) == 2);
    CHECK(ShownHints(fs::path(folder / "not/there/yet"), "parcel").one_more("a", 3) == 3);
    CHECK(shown.one_more("a", 3) == 3);
    CHECK(ShownHints(fs::path(folder / "not/there/yet"), "letter").one_more("a", 3) == 1);
    CHECK(shown.one_more("b", 3) == 1);
}

TEST_CASE("hints: where nothing can be kept, each call is the first, and nothing is written") {
    const TemporaryFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    for (int call = 0; call < 2; ++call) {
        CHECK(ShownHints({}, "parcel").one_more("a", 3) == 1);
        CHECK(ShownHints(fs::path(folder.write("file")) / "in_a_file", "parcel").one_more("a", 3) == 1);
    }
    fs::current_path(before);
    CHECK_FALSE(fs::exists(fs::path(folder.path()) / "parcel"));
}
