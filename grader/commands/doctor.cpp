#include "grader/box/detect.hpp"
#include "grader/commands/command_environment.hpp"
#include "grader/commands/commands.hpp"
#include "grader/report/complain.hpp"
#include "runtime/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace grader {

namespace {

/// What was found out by trying it.
struct Findings {
    // A constructor, because g++ 12 destroys an aggregate twice if it is a coroutine's result.
    Findings() = default;

    Expected<Environment> environment = Failure(Failure::Fault::ours, {});
    std::vector<Tried> tried;  ///< as sandboxes()
};

aio::Coroutine<Findings> find_out() {
    Findings findings;
    for (const Sandbox* sandbox : sandboxes()) {
        if (const auto memory = sandbox->memory()) memory->forget();
        findings.tried.push_back(co_await try_sandbox(*sandbox));
    }
    findings.environment = co_await find_environment();
    co_return findings;
}

Text yes_or_no(bool yes) { return yes ? say("yes") : say("no"); }

/// "works", or why not, in one line.
Text how_it_went(const Tried& tried) {
    if (tried.works) {
        return tried.works->spare_user ? say("works, as a spare user") : say("works");
    }
    std::string why = tried.why_not;
    std::replace(why.begin(), why.end(), '\n', ' ');
    return say("does not work: {0}", why);
}

/// What to do about the best sandbox that does not work, or nothing.
Text remedy(const Findings& findings) {
    for (std::size_t i = 0; i < findings.tried.size(); ++i) {
        if (findings.tried[i].works) continue;
        if (const Text todo = sandboxes()[i]->remedy(); !todo.empty()) return todo;
    }
    return {};
}

void print(Language language, const Text& what, const std::string& found) {
    tell(what.in(language) + ' ' + found);
}

int doctor(Language language) {
    const bool user_namespaces = can_make_user_namespaces();
    const Findings findings = aio::run(find_out());
    const Expected<Environment>& environment = findings.environment;
    if (!environment) return complain(environment.failure(), language);
    const Toolchain& toolchain = environment->kit.toolchain();
    print(language, say("compiler:"), fmt::format("{} ({})", toolchain.version, toolchain.path));
    print(language, say("linker:"),
          toolchain.linker.empty()
              ? say("the compiler's own; mold is faster: apt-get install mold").in(language)
              : toolchain.linker);
    print(language, say("precompiled headers:"),
          environment->kit.precompiled() ? say("yes").in(language)
                                         : say("no: every verdict takes longer").in(language));
    print(language, say("user namespaces:"), yes_or_no(user_namespaces).in(language));
    for (std::size_t i = 0; i < findings.tried.size(); ++i) {
        const Sandbox& sandbox = *sandboxes()[i];
        print(language, sandbox.title(), sandbox.described(how_it_went(findings.tried[i])).in(language));
    }
    const Containment& containment = environment->containment;
    print(language, say("submissions are contained by:"),
          fmt::format("{}", fmt::join(containment.words(), ", ")));
    if (const Text todo = remedy(findings); !todo.empty()) tell(todo.in(language));
    if (is_uncontained(containment)) tell(refusal_to_run_uncontained().in(language));
    if (!environment->advice.empty()) complain(environment->advice, language);
    return 0;
}

}  // namespace

Action doctor_command(Command& command) {
    command.describe(say("shows whether this computer has all that grading needs"));
    return [language = command.language()] { return doctor(language); };
}

}  // namespace grader
