#include "grader/box/detect.hpp"
#include "grader/box/landlock.hpp"
#include "grader/commands/commands.hpp"
#include "grader/report/complain.hpp"
#include "grader/commands/uncontained.hpp"
#include "grader/grading/environment.hpp"
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

Text yes_or_no(bool yes) { return yes ? Text("yes", "oui") : Text("no", "non"); }

/// "works", or why not, in one line.
Text how_it_went(const Tried& tried) {
    if (tried.works) {
        return tried.works->spare_user
                   ? Text("works, as a spare user", "fonctionne, sous un utilisateur de réserve")
                   : Text("works", "fonctionne");
    }
    std::string why = tried.why_not;
    std::replace(why.begin(), why.end(), '\n', ' ');
    return say("does not work: {0}", "ne fonctionne pas : {0}", why);
}

Text landlock_line(const Tried& landlock) {
    const int version = landlock_version();
    if (version == 0)
        return {"the kernel has none, or it is switched off", "le noyau n'en a pas, ou il est désactivé"};
    const Text went = how_it_went(landlock);
    return {fmt::format("{} (version {})", went.in(Language::english), version),
            fmt::format("{} (version {})", went.in(Language::french), version)};
}

/// What to do about it, or nothing.
Text remedy(const Findings& findings) {
    if (findings.bubblewrap.works) return {};
    if (::access(bubblewrap_path().c_str(), X_OK) != 0) {
        return {"Install bubblewrap: apt-get install bubblewrap.",
                "Installez bubblewrap : apt-get install bubblewrap."};
    }
    if (!findings.user_namespaces) {
        return {
            "Namespaces are refused here. In Docker, --security-opt seccomp=unconfined --security-opt "
            "apparmor=unconfined allows them; on Ubuntu, sysctl "
            "kernel.apparmor_restrict_unprivileged_userns=0.",
            "Les espaces de noms sont refusés ici. Dans Docker, --security-opt seccomp=unconfined "
            "--security-opt "
            "apparmor=unconfined les permet ; sous Ubuntu, sysctl "
            "kernel.apparmor_restrict_unprivileged_userns=0."};
    }
    return {
        "bubblewrap is there but makes no box: a container around this one may refuse to mount; Docker's "
        "--security-opt systempaths=unconfined allows it.",
        "bubblewrap est là, mais ne crée pas de boîte : un conteneur peut refuser les montages ; "
        "--security-opt systempaths=unconfined de Docker les permet."};
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
        print(language, {"compiler:", "compilateur :"},
              fmt::format("{} ({})", toolchain.version, toolchain.path));
        print(language, {"linker:", "éditeur de liens :"},
              toolchain.linker.empty()
                  ? Text("the compiler's own; mold is faster: apt-get install mold",
                         "celui du compilateur ; mold est plus rapide : apt-get install mold")
                        .in(language)
                  : toolchain.linker);
        print(
            language, {"precompiled headers:", "en-têtes précompilés :"},
            opened.environment->kit.precompiled()
                ? Text("yes", "oui").in(language)
                : Text("no: every verdict takes longer", "non : chaque verdict est plus lent").in(language));
        print(language, {"user namespaces:", "espaces de noms :"},
              yes_or_no(findings.user_namespaces).in(language));
        print(language, {"bubblewrap:", "bubblewrap :"}, how_it_went(findings.bubblewrap).in(language));
        print(language, {"Landlock:", "Landlock :"}, landlock_line(findings.landlock).in(language));
        print(language, {"seccomp and rlimits:", "seccomp et rlimits :"},
              how_it_went(findings.limits).in(language));
        const Containment& containment = opened.environment->containment;
        print(language, {"submissions are contained by:", "les copies sont confinées par :"},
              fmt::format("{}", fmt::join(containment.words(), ", ")));
        if (const Text todo = remedy(findings); !todo.empty()) tell(todo.in(language));
        if (is_uncontained(containment)) tell(refusal_to_run_uncontained().in(language));
    }
    if (!opened.advice.empty()) complain(opened.advice, language);
    return opened.environment ? 0 : 3;
}

}  // namespace grader
