#include "grader/compile/toolchain.hpp"

#include "grader/box/boxes.hpp"
#include "grader/box/kept_finding.hpp"
#include "grader/box/run_boxed.hpp"
#include "grader/box/system_program.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace grader {

namespace {

/// What `--version` prints, or nothing. Starting clang takes 20 ms.
aio::Coroutine<std::string> ask_version(std::string path) {
    const Box box = compiler_box(compile_limits());
    const std::vector<std::string> command = {path, "--version"};
    Ended ended = co_await run_boxed(box, Containment(), command);
    co_return ended.ok() ? std::move(ended.standard_output) : std::string();
}

/// The first "number.number…" in the text from `from` on.
std::string_view version_number(std::string_view text, std::size_t from) {
    const std::size_t begin = text.find_first_of("0123456789", from);
    if (begin == std::string_view::npos) return {};
    std::size_t end = text.find_first_not_of("0123456789.", begin);
    if (end == std::string_view::npos) end = text.size();
    while (end > begin && text[end - 1] == '.') --end;
    return text.substr(begin, end - begin);
}

}  // namespace

std::optional<Toolchain> read_version(std::string_view printed) {
    const std::string_view line = printed.substr(0, printed.find('\n'));
    for (const Compiler& compiler : compilers()) {
        if (printed.find(compiler.sign) == std::string_view::npos) continue;
        const std::size_t before = line.rfind(compiler.before_version);
        const std::string_view number = version_number(line, before == std::string_view::npos ? 0 : before);
        Toolchain toolchain;
        toolchain.compiler = &compiler;
        std::from_chars(number.data(), number.data() + number.size(), toolchain.major);
        if (toolchain.major < compiler.oldest) return std::nullopt;
        toolchain.version = fmt::format("{} {}", compiler.name, number);
        return toolchain;
    }
    return std::nullopt;
}

aio::Coroutine<Expected<Toolchain>> find_toolchain() {
    for (const std::string name : compiler_programs()) {
        const std::string path = system_program(name);
        if (path.empty()) continue;
        const KeptFinding version(AWAITLAB_BUILD_DIR "/kit/" + name + ".version", identity(path));
        std::optional<std::string> printed = version.value();
        if (!printed) {
            printed = co_await ask_version(path);
            if (!printed->empty()) version.keep(*printed);
        }
        std::optional<Toolchain> found = read_version(*printed);
        if (!found) continue;
        found->path = path;
        if (!system_program("ld.mold").empty()) found->linker = "mold";
        if (found->compiler->has_coroutine_bugs) {
            found->advice = say(
                "Submissions are compiled with {0}, which compiles some coroutines wrongly: install clang 19 "
                "(apt-get install clang-19 mold).",
                found->version);
        }
        co_return *found;
    }
    co_return Failure(
        Failure::Fault::ours,
        say("There is no compiler for submissions: install clang 19 (apt-get install clang-19 mold)."));
}

}  // namespace grader
