#include "grader/commands/command_line.hpp"
#include "grader/report/utf8.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>

using namespace grader;
using report_sample::contains;
using Arguments = std::vector<std::string>;

namespace {

/// What CLI11 read for one command, which is given.
class Given {
public:
    explicit Given(const Arguments& arguments, Language usual = Language::english) : line_(arguments, usual) {
        REQUIRE_MESSAGE(!line_.answer(), line_.answer()->text);
        const CLI::App* command = &line_.app();
        while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
        command_ = command;
    }

    std::string name() const { return command_->get_name(); }
    std::string language() const { return line_.language().name(); }
    Arguments all(const std::string& name) const { return command_->get_option(name)->results(); }
    bool has(const std::string& name) const { return !all(name).empty(); }
    std::string last(const std::string& name) const { return has(name) ? all(name).back() : ""; }

private:
    CommandLine line_;
    const CLI::App* command_ = nullptr;
};

CommandLine::Answer answer(const Arguments& arguments, Language usual = Language::english) {
    const CommandLine line(arguments, usual);
    REQUIRE(line.answer());
    return *line.answer();
}

/// The sentence for arguments that are wrong: one line, exit code 2.
std::string complaint(const Arguments& arguments, Language usual = Language::english) {
    const CommandLine::Answer said = answer(arguments, usual);
    CHECK_EQ(said.exit_code, 2);
    CHECK_EQ(said.text.find('\n'), said.text.size() - 1);
    return said.text;
}

std::string help(const std::string& command, Language language = Language::english) {
    Arguments arguments{"--help", "--lang", language.name()};
    if (!command.empty()) arguments.insert(arguments.begin(), command);
    const CommandLine::Answer said = answer(arguments);
    CHECK_EQ(said.exit_code, 0);
    return said.text;
}

}  // namespace

TEST_CASE("check takes paths and options, in any order") {
    const Given check(
        {"check", "a.cpp", "--json", "out.json", "--seed=7", "b", "--exercise", "toaster", "--lang", "fr"});
    CHECK_EQ(check.name(), "check");
    CHECK_EQ(check.all("CHEMIN"), Arguments{"a.cpp", "b"});
    CHECK_EQ(check.last("--json"), "out.json");
    CHECK_EQ(check.last("--seed"), "7");
    CHECK_EQ(check.last("--exercise"), "toaster");
    CHECK_EQ(check.language(), "fr");
}

TEST_CASE("check alone checks the exercises, in the usual language, with no seed and no JSON") {
    const Given check({"check"}, french());
    CHECK_EQ(check.name(), "check");
    CHECK_FALSE(check.has("CHEMIN"));
    CHECK_FALSE(check.has("--json"));
    CHECK_FALSE(check.has("--seed"));
    CHECK_EQ(check.language(), "fr");
}

TEST_CASE("- after --json is standard output") {
    CHECK_EQ(Given({"check", "a.cpp", "--json", "-"}).last("--json"), "-");
    CHECK_EQ(Given({"check", "--json=-", "a.cpp"}).last("--json"), "-");
}

TEST_CASE("a path may bear the name of a command, brackets, spaces, or begin with a dash after --") {
    CHECK_EQ(Given({"check", "list", "run"}).all("PATH"), Arguments{"list", "run"});
    CHECK_EQ(Given({"check", "[a,b]", "my file.cpp"}).all("PATH"), Arguments{"./[a,b]", "my file.cpp"});
    CHECK_EQ(Given({"check", "--", "-a.cpp", "--lang"}).all("PATH"), Arguments{"-a.cpp", "--lang"});
}

TEST_CASE("that nothing contains a submission is allowed by check and by run, each for itself") {
    CHECK_FALSE(Given({"check"}).has("--allow-uncontained"));
    CHECK(Given({"check", "--allow-uncontained"}).has("--allow-uncontained"));
    CHECK_FALSE(Given({"run", "toaster"}).has("--allow-uncontained"));
    CHECK(Given({"run", "toaster", "--allow-uncontained"}).has("--allow-uncontained"));
}

TEST_CASE("every seed of 64 bits is one, and nothing else") {
    CHECK_EQ(Given({"check", "--seed", "0"}).last("--seed"), "0");
    CHECK_EQ(Given({"check", "--seed", "18446744073709551615"}).last("--seed"), "18446744073709551615");
    for (const std::string seed : {"18446744073709551616", "1.5", "0x10", "seven", " 7", "7 ", "+7"}) {
        CHECK(contains(complaint({"check", "--seed", seed}), "--seed is a whole number"));
    }
    CHECK(contains(complaint({"check", "--seed=-1"}), "not -1"));
}

TEST_CASE("an option that is given twice counts the second time") {
    const Given check({"check", "--seed", "1", "--seed", "2"});
    CHECK_EQ(check.last("--seed"), "2");
}

TEST_CASE("the other commands take what they need") {
    CHECK_EQ(Given({"run", "toaster"}).last("EXERCISE|FILE"), "toaster");
    CHECK_EQ(Given({"run", "toaster", "--lang=fr"}).language(), "fr");
    CHECK_EQ(Given({"list", "--lang", "fr"}).language(), "fr");
    CHECK_EQ(Given({"--lang", "fr", "list"}).language(), "fr");
    CHECK_EQ(Given({"doctor"}, french()).language(), "fr");
    const Given replay({"replay", "verdict.json", "a.cpp", "--check", "waits", "--live"});
    CHECK_EQ(replay.last("VERDICT"), "verdict.json");
    CHECK_EQ(replay.last("SUBMISSION"), "a.cpp");
    CHECK_EQ(replay.last("--check"), "waits");
    CHECK(replay.has("--live"));
}

TEST_CASE("an unknown option is named, with where to look") {
    CHECK_EQ(complaint({"check", "--colour"}),
             "There is no option --colour: grade check --help shows how.\n");
    CHECK_EQ(complaint({"check", "--colour=red", "a.cpp"}),
             "There is no option --colour: grade check --help shows how.\n");
    CHECK_EQ(complaint({"--colour"}), "There is no option --colour: grade --help shows how.\n");
    CHECK_EQ(complaint({"check", "--colour"}, french()),
             "L'option --colour n'existe pas : grade check --help montre comment faire.\n");
    CHECK(contains(complaint({"run", "toaster", "--seed", "1"}), "There is no option --seed"));
}

TEST_CASE("a missing value is named, with what it is") {
    const std::string json = "--json needs FILE: also write the results as JSON to FILE.";
    for (const Arguments& arguments :
         {Arguments{"check", "--json"}, Arguments{"check", "--json", "--seed", "1"},
          Arguments{"check", "--json", ""}, Arguments{"check", "--json="}}) {
        CHECK(complaint(arguments).starts_with(json));
    }
    CHECK(contains(complaint({"check", "--seed"}), "--seed needs NUMBER: "));
    CHECK(contains(complaint({"check", "--exercise"}), "grade list shows them"));
    CHECK_EQ(complaint({"check", "--exercises"}),
             "--exercises needs FOLDER: use the exercises in FOLDER in place of awaitlab's own.\n");
    CHECK(contains(complaint({"list", "--lang"}), "--lang needs en|fr: the language"));
    CHECK_EQ(complaint({"run"}), "grade run needs EXERCISE|FILE: an exercise's name, or a file of yours.\n");
    CHECK_EQ(complaint({"run"}, french()),
             "grade run demande EXERCICE|FICHIER : le nom d'un exercice, ou un fichier à vous.\n");
    CHECK_EQ(complaint({"replay"}), "grade replay needs VERDICT: a file that grade check --json wrote.\n");
}

TEST_CASE("a complaint is in the language that --lang asks for, wherever it is") {
    CHECK(contains(complaint({"check", "--colour", "--lang", "fr"}), "n'existe pas"));
    CHECK(contains(complaint({"--lang=en", "check", "--colour"}, french()), "There is no option"));
    CHECK_EQ(complaint({"check", "--lang", "de"}), "--lang is en or fr, not de.\n");
}

TEST_CASE("an unknown command and an argument too many are named") {
    CHECK_EQ(
        complaint({"frobnicate", "toaster"}),
        "There is no command frobnicate: it is check, run, watch, hint, replay, list, explain, exercise or doctor.\n");
    CHECK_EQ(complaint({"list", "toaster"}),
             "grade list does not know what to do with toaster: leave it out.\n");
    CHECK(contains(complaint({"run", "toaster", "weather"}), "weather"));
}

TEST_CASE("a misspelt command or option is guessed") {
    CHECK_EQ(complaint({"chek", "toaster"}), "There is no command chek: did you mean grade check?\n");
    CHECK_EQ(complaint({"exercise", "chekc"}),
             "There is no command chekc: did you mean grade exercise check?\n");
    CHECK_EQ(complaint({"check", "--sede", "1"}), "There is no option --sede: did you mean --seed?\n");
    CHECK_EQ(complaint({"chek"}, french()),
             "La commande chek n'existe pas : vouliez-vous dire grade check ?\n");
}

TEST_CASE("an exercise or a file in place of a command is checked") {
    CHECK_EQ(Given({"toaster"}).last("PATH"), "toaster");
    CHECK_EQ(Given({"--lang", "fr", "toaster"}).last("CHEMIN"), "toaster");
    CHECK_EQ(Given({"toaster", "--seed", "7"}).last("--seed"), "7");
    CHECK_EQ(Given({AWAITLAB_SOURCE_DIR "/reference"}).last("PATH"), AWAITLAB_SOURCE_DIR "/reference");
}

TEST_CASE("what was typed is not printed raw") {
    CHECK_FALSE(contains(complaint({"check", "--\x1b[2J"}), "\x1b"));
    CHECK_FALSE(contains(complaint({"\x1b[2J"}), "\x1b"));
    CHECK_FALSE(contains(complaint({"check", "--lang", "\x1b[2J"}), "\x1b"));
}

TEST_CASE("no command at all shows the help, and is a mistake") {
    const CommandLine::Answer said = answer({});
    CHECK_EQ(said.exit_code, 2);
    CHECK_EQ(said.text, help(""));
}

TEST_CASE("help is that of the command, in the language asked for, and no mistake") {
    for (const std::string command : {"check", "run", "replay", "list", "explain", "exercise", "doctor"}) {
        const CommandLine::Answer said = answer({command, "-h"}, french());
        CHECK_EQ(said.exit_code, 0);
        CHECK_EQ(said.text, help(command, french()));
        CHECK(contains(said.text, "grade " + command + " [OPTIONS]"));
        CHECK(contains(help(""), "\n  " + command + " "));
    }
}

TEST_CASE("every option is in the help, and the help fits a terminal") {
    for (const std::string command :
         {"", "check", "run", "replay", "list", "explain", "exercise", "doctor"}) {
        for (const Language language : {Language::english, french()}) {
            const std::string page = help(command, language);
            CHECK(contains(page, "--lang en|fr"));
            for (const std::string& line : report_sample::lines_of(page)) {
                CAPTURE(line);
                CHECK_LE(columns(line), 80);
            }
        }
    }
    for (const std::string option : {"--json", "--exercise", "--exercises", "--seed"}) {
        CHECK(contains(help("check"), option));
        CHECK(contains(help("check", french()), option));
    }
    CHECK(contains(help(""), "--version"));
    CHECK(contains(help("exercise"), "mistakes in the reference until each criterion"));
}

TEST_CASE("the version is one line") {
    const CommandLine::Answer said = answer({"--version"});
    CHECK_EQ(said.exit_code, 0);
    CHECK_EQ(said.text, std::string("grade ") + AWAITLAB_VERSION + " (awaitlab)\n");
}

TEST_CASE("the language is that of the first locale variable that says anything") {
    CHECK(language_of_locale(nullptr, nullptr, "fr_FR.UTF-8") == french());
    CHECK(language_of_locale("", "", "fr_CA") == french());
    CHECK(language_of_locale(nullptr, "fr", "en_US.UTF-8") == french());
    CHECK(language_of_locale("C.UTF-8", "fr_FR", "fr_FR") == Language::english);
    CHECK(language_of_locale(nullptr, nullptr, "frr_DE") == Language::english);
    CHECK(language_of_locale(nullptr, nullptr, nullptr) == Language::english);
}

TEST_CASE("check, run and list may take their exercises from a folder") {
    CHECK_EQ(Given({"check", "--exercises", "mine"}).last("--exercises"), "mine");
    CHECK_EQ(Given({"run", "a.cpp", "--exercises", "mine"}).last("--exercises"), "mine");
    CHECK_EQ(Given({"list", "--exercises=mine"}).last("--exercises"), "mine");
}

TEST_CASE("exercise makes a new one, or checks a folder, or all of them") {
    const Given made({"exercise", "new", "parcel", "--lang", "fr"});
    CHECK_EQ(made.name(), "new");
    CHECK_EQ(made.last("NOM"), "parcel");
    const Given checked({"exercise", "check", "parcel", "--allow-uncontained"});
    CHECK_EQ(checked.name(), "check");
    CHECK_EQ(checked.last("FOLDER"), "parcel");
    CHECK(checked.has("--allow-uncontained"));
    CHECK_FALSE(Given({"exercise", "check"}).has("FOLDER"));
    CHECK_EQ(Given({"exercise", "check", "--exercises", "mine"}).last("--exercises"), "mine");
    CHECK_EQ(Given({"exercise", "check", "run"}).last("FOLDER"), "run");
}

TEST_CASE("exercise without a name, or with another word, says what it takes") {
    CHECK_EQ(complaint({"exercise"}), "grade exercise needs a command: it is new or check.\n");
    CHECK(contains(complaint({"exercise", "new"}),
                   "grade exercise new needs NAME: a folder of that name is made"));
    CHECK_EQ(complaint({"exercise", "eat", "it"}), "There is no command eat: it is new or check.\n");
    CHECK_EQ(complaint({"exercise", "check", "a", "b"}),
             "grade exercise check does not know what to do with b: leave it out.\n");
    CHECK(contains(complaint({"exercise", "check", "a", "--exercises", "b"}), "grade exercise check --help"));
}
