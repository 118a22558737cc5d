#include "grader/compile/toolchain.hpp"

#include "grader/box/boxes.hpp"
#include "grader/box/kept_finding.hpp"
#include "grader/box/run_boxed.hpp"
#include "grader/box/system_program.hpp"

#include <charconv>
#include <vector>

namespace grader {

namespace {

constexpr int oldest_clang = 16;
constexpr int oldest_gcc = 11;

/// The best first: 19 is what everything was measured and tested with.
std::vector<std::string> candidates() {
    std::vector<std::string> names = {"clang++-19"};
    for (int major = 25; major > 19; --major) names.push_back("clang++-" + std::to_string(major));
    for (int major = 18; major >= oldest_clang; --major) names.push_back("clang++-" + std::to_string(major));
    names.emplace_back("clang++");
    for (int major = 16; major >= oldest_gcc; --major) names.push_back("g++-" + std::to_string(major));
    names.emplace_back("g++");
    return names;
}

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
    Toolchain toolchain;
    std::string_view number;
    if (const std::size_t at = line.find("clang version "); at != std::string_view::npos) {
        toolchain.family = Toolchain::Family::clang;
        number = version_number(line, at);
    } else if (printed.find("Free Software Foundation") != std::string_view::npos) {
        // "g++-12 (Debian 12.2.0-14) 12.2.0": the last word, since the distribution's own is in parentheses.
        toolchain.family = Toolchain::Family::gcc;
        const std::size_t parenthesis = line.rfind(')');
        number = version_number(line, parenthesis == std::string_view::npos ? 0 : parenthesis);
    }
    std::from_chars(number.data(), number.data() + number.size(), toolchain.major);
    const bool clang = toolchain.family == Toolchain::Family::clang;
    if (toolchain.major < (clang ? oldest_clang : oldest_gcc)) return std::nullopt;
    toolchain.version = (clang ? "clang " : "g++ ") + std::string(number);
    return toolchain;
}

aio::Coroutine<ToolchainSearch> find_toolchain() {
    ToolchainSearch search;
    for (const std::string& name : candidates()) {
        const std::string path = system_program(name);
        if (path.empty()) continue;
        const KeptFinding version(AWAITLAB_BUILD_DIR "/kit/" + name + ".version", identity(path));
        std::optional<std::string> printed = version.value();
        if (!printed) {
            printed = co_await ask_version(path);
            if (!printed->empty()) version.keep(*printed);
        }
        search.found = read_version(*printed);
        if (!search.found) continue;
        search.found->path = path;
        if (!system_program("ld.mold").empty()) search.found->linker = "mold";
        break;
    }
    if (!search.found) {
        search.advice =
            say("There is no compiler for submissions: install clang 19 (apt-get install clang-19 mold).");
    } else if (search.found->family == Toolchain::Family::gcc) {
        search.advice =
            say("Submissions are compiled with {0}, which compiles some coroutines wrongly: install clang 19 "
                "(apt-get install clang-19 mold).",
                search.found->version);
    }
    co_return search;
}

}  // namespace grader
