#include "grader/commands/commands.hpp"
#include "grader/workshop.hpp"
#include "runtime/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

namespace grader {

int doctor(Language language) {
    const OpenedWorkshop opened = aio::run(open_workshop());
    if (opened.workshop) {
        const Workshop& workshop = *opened.workshop;
        fmt::print("{} {} ({})\n", Text("compiler:", "compilateur :").in(language), workshop.kit.toolchain().version,
                   workshop.kit.toolchain().path);
        fmt::print("{} {}\n", Text("precompiled headers:", "en-têtes précompilés :").in(language),
                   workshop.kit.precompiled() ? Text("yes", "oui").in(language)
                                              : Text("no: every verdict takes longer", "non : chaque verdict est plus lent")
                                                    .in(language));
        fmt::print("{} {}\n", Text("submissions are contained by:", "les copies sont confinées par :").in(language),
                   fmt::join(workshop.containment.words(), ", "));
    }
    if (!opened.advice.empty()) fmt::print(stderr, "grade: {}\n", opened.advice.in(language));
    return opened.workshop ? 0 : 3;
}

}  // namespace grader
