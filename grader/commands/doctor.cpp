#include "grader/box/detect.hpp"
#include "grader/box/landlock.hpp"
#include "grader/commands/commands.hpp"
#include "grader/commands/uncontained.hpp"
#include "grader/grading/environment.hpp"
#include "grader/report/complain.hpp"
#include "runtime/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace grader {

namespace {

using Walls = Containment::Walls;

/// What was found out by trying it.
struct Findings {
    EnvironmentFound opened;
    Tried bubblewrap;
    Tried landlock;
    Tried limits;
    bool user_namespaces = false;
};

aio::Coroutine<> find_out(Findings& findings) {
    bubblewrap_memory().forget();
    findings.bubblewrap = co_await try_containment(Walls::bubblewrap);
    findings.landlock = co_await try_containment(Walls::landlock);
    findings.limits = co_await try_containment(Walls::none);
    findings.opened = co_await find_environment();
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

Text landlock_line(const Tried& landlock) {
    const int version = landlock_version();
    if (version == 0) return say("the kernel has none, or it is switched off");
    const Text went = how_it_went(landlock);
    return say("{0} (version {1})", went, version);
}

/// What to do about it, or nothing.
Text remedy(const Findings& findings) {
    if (findings.bubblewrap.works) return {};
    if (::access(bubblewrap_path().c_str(), X_OK) != 0) {
        return say("Install bubblewrap: apt-get install bubblewrap.");
    }
    if (!findings.user_namespaces) {
        return say(
            "Namespaces are refused here. In Docker, --security-opt seccomp=unconfined --security-opt "
            "apparmor=unconfined allows them; on Ubuntu, sysctl "
            "kernel.apparmor_restrict_unprivileged_userns=0.");
    }
    return say(
        "bubblewrap is there but makes no box: a container around this one may refuse to mount; Docker's "
        "--security-opt systempaths=unconfined allows it.");
}

void print(Language language, const Text& what, const std::string& found) {
    tell(what.in(language) + ' ' + found);
}

}  // namespace

int doctor(Language language) {
    Findings findings;
    findings.user_namespaces = can_make_user_namespaces();
    aio::run(find_out(findings));
    const EnvironmentFound& opened = findings.opened;
    if (opened.environment) {
        const Toolchain& toolchain = opened.environment->kit.toolchain();
        print(language, say("compiler:"), fmt::format("{} ({})", toolchain.version, toolchain.path));
        print(language, say("linker:"),
              toolchain.linker.empty()
                  ? say("the compiler's own; mold is faster: apt-get install mold").in(language)
                  : toolchain.linker);
        print(language, say("precompiled headers:"),
              opened.environment->kit.precompiled() ? say("yes").in(language)
                                                    : say("no: every verdict takes longer").in(language));
        print(language, say("user namespaces:"), yes_or_no(findings.user_namespaces).in(language));
        print(language, say("bubblewrap:"), how_it_went(findings.bubblewrap).in(language));
        print(language, say("Landlock:"), landlock_line(findings.landlock).in(language));
        print(language, say("seccomp and rlimits:"), how_it_went(findings.limits).in(language));
        const Containment& containment = opened.environment->containment;
        print(language, say("submissions are contained by:"),
              fmt::format("{}", fmt::join(containment.words(), ", ")));
        if (const Text todo = remedy(findings); !todo.empty()) tell(todo.in(language));
        if (is_uncontained(containment)) tell(refusal_to_run_uncontained().in(language));
    }
    if (!opened.advice.empty()) complain(opened.advice, language);
    return opened.environment ? 0 : 3;
}

}  // namespace grader
