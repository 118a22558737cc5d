#include "tests/grader/containments.hpp"
#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace grade_process;

namespace {

constexpr const char* toaster = AWAITLAB_SOURCE_DIR "/reference/toaster.cpp";
const std::vector<std::string> nothing_contains = {"AWAITLAB_CONTAINMENT=none"};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

bool this_machine_has(const std::string& sandbox) {
    return std::ranges::any_of(containments(),
                               [&](const auto& one) { return one.sandbox->name() == sandbox; });
}

/// The one verdict that was written to standard output.
nlohmann::json verdict(const Said& said) {
    CHECK(schema::complaints(said.output) == "");
    return nlohmann::json::parse(said.output).at("verdicts").at(0);
}

}  // namespace

TEST_CASE(
    "where nothing contains a submission nothing is run: one line says what to do, exit code 3, no JSON") {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"check", toaster, "--json", "-"}, {"run", toaster}}) {
        const Said said = grade(arguments, {}, nothing_contains);
        CHECK(said.exit_code == 3);
        CHECK(said.output == "");
        CHECK(std::ranges::count(said.error, '\n') == 1);
        CHECK(contains(said.error, "--allow-uncontained"));
    }
}

TEST_CASE("with --allow-uncontained it is graded all the same, and both the verdict and one line say how") {
    const Said said =
        grade({"check", toaster, toaster, "--json", "-", "--allow-uncontained"}, {}, nothing_contains);
    CHECK(said.exit_code == 0);
    CHECK(verdict(said).at("resources").at("contained_by") == std::vector<std::string>{"seccomp", "rlimits"});
    const std::string warning = "can read and change your files";
    CHECK(contains(said.error, warning));
    CHECK(said.error.find(warning) == said.error.rfind(warning));
}

TEST_CASE("a verdict is the same whatever contains the submission, and says what did") {
    if (!this_machine_has("bubblewrap") || !this_machine_has("landlock")) {
        MESSAGE("not tried: this machine has not both");
        return;
    }
    const std::vector<std::string> arguments = {"check", toaster, "--json", "-"};
    auto boxed = verdict(grade(arguments));
    auto landlocked = verdict(grade(arguments, {}, {"AWAITLAB_CONTAINMENT=landlock"}));
    CHECK(boxed.at("resources").at("contained_by").at(0) == "bubblewrap");
    CHECK(landlocked.at("resources").at("contained_by").at(0) == "landlock");
    boxed.erase("resources");
    landlocked.erase("resources");
    CHECK(boxed == landlocked);
}

TEST_CASE("where bubblewrap is not installed Landlock contains, and doctor says what to install") {
    if (!this_machine_has("landlock")) return;
    const Circumstances no_bubblewrap = [] {
        return own_mounts() && ::mount("/dev/null", "/usr/bin/bwrap", nullptr, MS_BIND, nullptr) == 0;
    };
    const Said said = grade({"check", toaster, "--json", "-"}, no_bubblewrap);
    if (!is_possible(said)) return;
    CHECK(said.exit_code == 0);
    CHECK(verdict(said).at("resources").at("contained_by").at(0) == "landlock");
    const Said doctor = grade({"doctor"}, no_bubblewrap);
    CHECK(doctor.exit_code == 0);
    CHECK(contains(doctor.output, "submissions are contained by: landlock, seccomp, rlimits"));
    CHECK(contains(doctor.output, "Install bubblewrap: apt-get install bubblewrap"));
}

TEST_CASE("doctor tells of each thing what came of trying it, in both languages") {
    const std::string english = grade({"doctor"}).output;
    for (const char* what : {"compiler:", "linker:", "user namespaces:", "bubblewrap:", "Landlock:",
                             "seccomp and rlimits:", "submissions are contained by:"}) {
        CHECK(contains(english, what));
    }
    const std::string french = grade({"doctor", "--lang", "fr"}).output;
    CHECK(std::ranges::count(french, '\n') == std::ranges::count(english, '\n'));
    CHECK(contains(french, "les copies sont confinées par :"));
}
