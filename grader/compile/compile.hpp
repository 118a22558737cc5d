#pragma once

#include "grader/box/run_boxed.hpp"
#include "grader/compile/kit.hpp"
#include "grader/compile/work_folder.hpp"
#include "grader/texts/text.hpp"
#include "grader/verdict/verdict.hpp"
#include "runtime/coroutine.hpp"
#include "runtime/duration.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace grader {

/// What to compile.
struct CompileRequest {
    CompileRequest() = default;

    std::string source;        ///< the submission's bytes
    std::string display_name;  ///< the student's name for its file, without folders
    std::string exercise;
    Limits limits = compile_limits();
    Language language = Language::english;  ///< of the grader's own sentences; a compiler speaks English
};

/// A submission, compiled and linked. Its folder is removed when this dies.
class Program {
public:
    explicit Program(WorkFolder folder) : folder_(std::move(folder)) {}

    std::string path() const { return folder_.file("program"); }

private:
    WorkFolder folder_;
};

/// The student's fault: it does not compile, or does not link. The diagnostics say why.
struct CompileError {};

/// The student's fault: compiling it takes too much time, memory or space.
struct CompileLimit {
    enum class Which { cpu, wall, memory, file_size };

    /// `limits`: the limits of this compile.
    CompileLimit(Which limit, const Limits& limits);

    Which which;
    Text reason;  ///< one sentence
};

/// A fault of the grader.
struct CompileFault {
    explicit CompileFault(std::string its_cause) : cause(std::move(its_cause)) {}

    std::string cause;
};

/// What compile() gives.
struct CompileResult {
    CompileResult() = default;

    std::variant<CompileError, Program, CompileLimit, CompileFault> outcome;
    std::vector<Diagnostic> diagnostics;  ///< with warnings, also if the submission compiled
    bool diagnostics_shortened = false;   ///< there was more than Limits::output_bytes
    aio::Duration took{};                 ///< real time
};

/// Runs a script of the kit's in a box whose work folder this is. `kit` and `folder` outlive it.
aio::Coroutine<Ended> run_script(std::string script, const Kit& kit, Containment containment,
                                 const WorkFolder& folder, Limits limits);

/// Throws std::runtime_error when the file cannot be written whole.
void write_file(const std::filesystem::path& path, const std::string& text);

/// Compiles and links a submission in a box. Throws only when it is cancelled. `kit` outlives it.
aio::Coroutine<CompileResult> compile(CompileRequest request, const Kit& kit, Containment containment);

}  // namespace grader
