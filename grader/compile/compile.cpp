#include "grader/compile/compile.hpp"

#include "grader/box/boxes.hpp"
#include "grader/box/run_boxed.hpp"
#include "grader/compile/diagnostics.hpp"

#include <fmt/format.h>

#include <csignal>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace grader {

namespace {

Text limit_reason(CompileLimit::Which which, const Limits& limits) {
    switch (which) {
        case CompileLimit::Which::cpu:
            return say("compiling it takes more than {0} s of processor time", limits.cpu.count());
        case CompileLimit::Which::wall:
            return say("compiling it takes more than {0} s",
                       std::chrono::duration_cast<std::chrono::seconds>(limits.wall).count());
        case CompileLimit::Which::memory:
            return say("compiling it takes more than {0} MB of memory", limits.memory_bytes >> 20);
        case CompileLimit::Which::file_size:
            break;
    }
    return say("compiled, it takes more than {0} MB", limits.file_bytes >> 20);
}

bool says_out_of_memory(const std::string& text) {
    for (const char* words :
         {"out of memory", "bad_alloc", "cannot allocate memory", "virtual memory exhausted",
          "Cannot allocate memory", "failed to map segment"}) {
        if (text.find(words) != std::string::npos) return true;
    }
    return false;
}

std::optional<CompileLimit::Which> limit_hit(const Ended& ended) {
    using Which = CompileLimit::Which;
    if (ended.wall_limited) return Which::wall;
    if (ended.cpu_limited) return Which::cpu;
    if (ended.signal == SIGXFSZ || ended.standard_error.find("File too large") != std::string::npos) {
        return Which::file_size;
    }
    if (!ended.ok() && says_out_of_memory(ended.standard_error)) return Which::memory;
    return std::nullopt;
}

/// What kept the compiler from its work, when it was nothing of the submission's; else null.
const char* our_machine_failed(const Ended& ended, const WorkFolder& folder) {
    // No process in the box may send a signal. So it came from the kernel, short of memory, or from an
    // administrator.
    if (ended.signal == SIGKILL) return "the compiler was killed; perhaps this machine has too little memory";
    std::error_code unknown;
    const auto space = std::filesystem::space(folder.path(), unknown);
    // A submission can make the compiler print anything, so ask the file system.
    const bool full = !unknown && space.available < compile_limits().file_bytes;
    const auto says = [&ended](const char* words) {
        return ended.standard_error.find(words) != std::string::npos;
    };
    if (full && (says("No space left on device") || says("Disk full?"))) {
        return "there is no room left on the disk of the folder for temporary files";
    }
    // A linker ends like this if the machine has no process or thread left. The box's own limit is high
    // enough.
    if ((ended.signal == SIGABRT || ended.exit_code == link_failed) &&
        says("Resource temporarily unavailable")) {
        return "this machine has no more processes or threads to give";
    }
    return nullptr;
}

/// Reads how the kit's script ended, and what was printed, into the result.
void judge(const Ended& ended, const CompileRequest& request, const Kit& kit, WorkFolder folder,
           CompileResult& result) {
    result.took = ended.took;
    result.diagnostics_shortened = ended.output_limited;
    if (!ended.fault.empty()) {
        result.outcome = CompileFault(ended.fault);
        return;
    }
    const std::string& printed = ended.standard_error;
    result.diagnostics = read_compiler(printed, request.display_name);
    if (const auto limit = limit_hit(ended)) {
        result.outcome = CompileLimit(*limit, request.limits);
        return;
    }
    if (ended.ok()) {
        result.outcome.emplace<Program>(std::move(folder));
        return;
    }
    if (const char* what = our_machine_failed(ended, folder)) {
        result.outcome = CompileFault(what);
        return;
    }
    const auto tell = [&](Text text) {
        result.diagnostics.push_back(
            {Severity::error, request.display_name, 0, 0, text.in(request.language)});
    };
    if (ended.signal != 0) {
        tell(say("the compiler crashed on this file (signal {0})", ended.signal));
    } else if (ended.exit_code == link_failed) {
        LinkerWords words;
        words.display_name = request.display_name;
        words.exercise = request.exercise;
        words.given_header = kit.given_header(request.exercise);
        words.language = request.language;
        // read_compiler() takes the linker's messages for errors without a line; remove these.
        std::erase_if(result.diagnostics, [](const Diagnostic& one) { return one.line == 0; });
        const std::vector<Diagnostic> linker = read_linker(printed, words);
        result.diagnostics.insert(result.diagnostics.end(), linker.begin(), linker.end());
        if (linker.empty()) tell(say("it does not link: {0}", without_controls(printed)));
    } else if (ended.exit_code != compile_failed) {
        result.outcome = CompileFault(fmt::format("the compiler's script ended with {}: {}", ended.exit_code,
                                                  without_controls(printed)));
        return;
    } else if (result.diagnostics.empty()) {
        tell(say("it does not compile"));
    }
    result.outcome = CompileError();
}

}  // namespace

CompileLimit::CompileLimit(Which limit, const Limits& limits)
    : which(limit), reason(limit_reason(limit, limits)) {}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) throw std::runtime_error(path.string() + " could not be written");
}

aio::Coroutine<Ended> run_script(std::string script, const Kit& kit, Containment containment,
                                 const WorkFolder& folder, Limits limits) {
    Box box = compiler_box(limits, folder.path().string());
    box.readable = kit.needed_to_compile();
    const std::vector<std::string> command = {"/bin/sh", std::move(script)};
    Ended ended = co_await run_boxed(box, containment, command);
    co_return ended;
}

aio::Coroutine<CompileResult> compile(CompileRequest request, const Kit& kit, Containment containment) {
    CompileResult result;
    try {
        const std::string script = kit.script(request.exercise);
        if (!std::filesystem::exists(script))
            throw std::runtime_error("there is no driver for " + request.exercise);
        WorkFolder folder;
        write_file(folder.path() / compiled_name, request.source);
        const Ended ended = co_await run_script(script, kit, containment, folder, request.limits);
        judge(ended, request, kit, std::move(folder), result);
    } catch (const std::exception& problem) {
        result.outcome =
            CompileFault(fmt::format("the submission could not be compiled: {}", problem.what()));
    }
    co_return result;
}

}  // namespace grader
