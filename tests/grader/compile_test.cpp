#include "grader/compile/compile.hpp"
#include "runtime/run.hpp"
#include "tests/grader/containments.hpp"
#include "tests/grader/played.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using grader::CompileError;
using grader::CompileRequest;
using grader::CompileResult;
using grader::Containment;
using grader::Kit;
using grader::Program;

namespace {

/// What this machine compiles with, and what contains it.
const Kit& kit() { return played::environment().kit; }
const Containment& containment() { return played::environment().containment; }

const std::string rest_of_toaster =
    "aio::Coroutine<> brew_coffee() { co_return; }\n"
    "aio::Coroutine<Breakfast> breakfast() { Breakfast result; co_return result; }\n";
const std::string whole_toaster = "aio::Coroutine<> toast_bread() { co_return; }\n" + rest_of_toaster;

CompileResult compile(const std::string& source, const Containment& how = containment()) {
    CompileRequest request;
    request.source = "#include \"exercises/toaster/toaster.hpp\"\n" + source;
    request.display_name = "my \"toaster\".cpp";
    request.exercise = "toaster";
    return aio::run(grader::compile(request, kit(), how));
}

}  // namespace

TEST_CASE("a submission becomes a program, whatever contains the compiler") {
    for (const Containment& containment : containments()) {
        const CompileResult boxed = compile(whole_toaster, containment);
        REQUIRE(std::holds_alternative<Program>(boxed.outcome));
        CHECK(boxed.diagnostics.empty());
        CHECK(std::filesystem::exists(std::get<Program>(boxed.outcome).path()));
    }
}

TEST_CASE("a program's folder goes with it") {
    std::string path;
    {
        const CompileResult result = compile(whole_toaster);
        path = std::get<Program>(result.outcome).path();
    }
    CHECK_FALSE(std::filesystem::exists(std::filesystem::path(path).parent_path()));
}

TEST_CASE("an error has the student's file name and line") {
    const CompileResult result = compile("int x = ;\n" + whole_toaster);
    REQUIRE(std::holds_alternative<CompileError>(result.outcome));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].file == "my \"toaster\".cpp");
    CHECK(result.diagnostics[0].line == 2);
}

TEST_CASE("a coroutine that is called and not awaited is warned about, and does not stop the compile") {
    const CompileResult result =
        compile("aio::Coroutine<> toast_bread() { brew_coffee(); co_return; }\n" + rest_of_toaster);
    CHECK(std::holds_alternative<Program>(result.outcome));
    REQUIRE_FALSE(result.diagnostics.empty());
    CHECK(result.diagnostics[0].severity == grader::Severity::warning);
    CHECK(result.diagnostics[0].line == 2);
}

TEST_CASE("a wrong use of a template is reported at the student's line") {
    const CompileResult result = compile(
        "#include <algorithm>\nstruct Slice {};\n"
        "void sort_them() {\n    std::vector<Slice> slices;\n    std::sort(slices.begin(), "
        "slices.end());\n}\n" +
        whole_toaster);
    REQUIRE(std::holds_alternative<CompileError>(result.outcome));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].line == 6);
}

TEST_CASE("a function that is missing is told in plain words") {
    const CompileResult result = compile(rest_of_toaster);
    REQUIRE(std::holds_alternative<CompileError>(result.outcome));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].message == "`toast_bread()` is declared in toaster.hpp but not defined");
}

TEST_CASE("a main of the student's own is told in plain words") {
    const CompileResult result = compile(whole_toaster + "int main() {}\n");
    REQUIRE(std::holds_alternative<CompileError>(result.outcome));
    CHECK(result.diagnostics.at(0).message == "main() is already defined by the grader: remove yours");
}

TEST_CASE("in a sandbox a submission can include nothing of the machine but the standard headers") {
    for (const Containment& containment : containments()) {
        if (!containment.sandbox->contains()) continue;
        for (const char* file : {"/etc/passwd", "/proc/self/environ", "/dev/zero",
                                 AWAITLAB_SOURCE_DIR "/reference/toaster.cpp"}) {
            const CompileResult result =
                compile("#include \"" + std::string(file) + "\"\n" + whole_toaster, containment);
            CHECK(std::holds_alternative<CompileError>(result.outcome));
            CHECK(result.diagnostics.size() == 1);
        }
    }
}

TEST_CASE("an exercise may have other limits for the compiler, and the sentence tells them") {
    CompileRequest request;
    request.source = "#include \"exercises/toaster/toaster.hpp\"\n" + whole_toaster;
    request.display_name = "toaster.cpp";
    request.exercise = "toaster";
    request.limits.memory_bytes = std::uint64_t{100} << 20;
    const CompileResult small = aio::run(grader::compile(request, kit(), containment()));
    if (const auto* limit = std::get_if<grader::CompileLimit>(&small.outcome)) {
        CHECK(limit->which == grader::CompileLimit::Which::memory);
        CHECK(limit->reason.in(grader::Language::english) == "compiling it takes more than 100 MB of memory");
    } else {
        FAIL("it met no limit");
    }
    request.limits = grader::compile_limits();
    request.limits.file_bytes = 4096;
    const CompileResult short_file = aio::run(grader::compile(request, kit(), containment()));
    CHECK(std::holds_alternative<grader::CompileLimit>(short_file.outcome));
}

TEST_CASE("an exercise that has no driver is our fault") {
    CompileRequest request;
    request.exercise = "no-such-exercise";
    const CompileResult result = aio::run(grader::compile(request, kit(), containment()));
    CHECK(std::holds_alternative<grader::CompileFault>(result.outcome));
}
