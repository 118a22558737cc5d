#include "grader/box/detect.hpp"
#include "grader/box/kept_finding.hpp"
#include "grader/box/run_boxed.hpp"
#include "grader/box/sandbox.hpp"
#include "grader/compile/work_folder.hpp"
#include "runtime/run.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

using grader::KeptFinding;
using grader::WorkFolder;

namespace {

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("what was kept is there the next time, whatever bytes it has") {
    const WorkFolder folder;
    const std::string file = folder.file("kept");
    CHECK_FALSE(KeptFinding(file, "clang").value());
    KeptFinding(file, "clang").keep("version\n19\n");
    CHECK(KeptFinding(file, "clang").value() == "version\n19\n");
}

TEST_CASE("what rests on something else now is not remembered") {
    const WorkFolder folder;
    const std::string file = folder.file("kept");
    KeptFinding(file, "clang 19").keep("yes");
    CHECK_FALSE(KeptFinding(file, "clang 20").value());
    CHECK_FALSE(KeptFinding(file, "clang").value());
    CHECK_FALSE(KeptFinding(file, "").value());
}

TEST_CASE("what is forgotten is gone") {
    const WorkFolder folder;
    const KeptFinding kept(folder.file("kept"), "clang");
    kept.keep("yes");
    kept.forget();
    CHECK_FALSE(kept.value());
}

TEST_CASE("where nothing can be kept nothing is remembered, and nothing is thrown") {
    const KeptFinding kept("/dev/null/folder/kept", "clang");
    kept.keep("yes");
    CHECK_FALSE(kept.value());
    kept.forget();
}

TEST_CASE("a file that is changed, replaced or removed has another identity") {
    const WorkFolder folder;
    const std::string path = folder.file("program");
    const std::string missing = grader::identity(path);
    write(path, "one");
    const std::string first = grader::identity(path);
    CHECK(first != missing);
    CHECK(grader::identity(path) == first);
    write(path, "longer");
    const std::string changed = grader::identity(path);
    CHECK(changed != first);
    write(folder.file("other"), "sequel");
    std::filesystem::rename(folder.file("other"), path);
    CHECK(grader::identity(path) != changed);
}

TEST_CASE("that bubblewrap works is remembered until it makes no box") {
    const grader::Containment best = *aio::run(grader::detect_containment()).works;
    if (best.sandbox->name() != "bubblewrap") return;
    CHECK(best.sandbox->memory()->value());

    grader::Box box(grader::run_limits());
    box.readable = {"/no/such/folder"};
    const grader::Ended ended = aio::run(run_boxed(box, best, {"/usr/bin/true"}));
    CHECK(ended.fault.find("/no/such/folder") != std::string::npos);
    CHECK_FALSE(best.sandbox->memory()->value());

    const grader::Containment again = *aio::run(grader::detect_containment()).works;
    CHECK(again.sandbox == best.sandbox);
    CHECK(again.spare_user == best.spare_user);
    CHECK(best.sandbox->memory()->value());
}

TEST_CASE("a folder that is closed to the spare user is no reason to run a program as root") {
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
    const std::string needed = folder / "kit";
    std::filesystem::create_directory(needed);
    for (const grader::Sandbox* sandbox : grader::sandboxes()) {
        const grader::Tried open = aio::run(grader::try_sandbox(*sandbox));
        if (!open.works || !open.works->spare_user)
            continue;  // we are not root, or this machine has no such sandbox
        const grader::Tried closed = aio::run(grader::try_sandbox(*sandbox, {needed}));
        CHECK_FALSE(closed.works.has_value());
        CHECK(closed.why_not.find(needed) != std::string::npos);
    }
}
