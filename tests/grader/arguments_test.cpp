#include "grader/commands/arguments.hpp"
#include "tests/grader/french.hpp"

#include "grader/commands/help.hpp"
#include "grader/report/utf8.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>

using namespace grader;
using report_sample::contains;
using Arguments = std::vector<std::string>;

namespace {

template <class Wanted>
Wanted read(const Arguments& arguments, Language usual = Language::english) {
    const Request request = read_arguments(arguments, usual);
    REQUIRE(std::holds_alternative<Wanted>(request));
    return std::get<Wanted>(request);
}

/// The sentence for arguments that are wrong: one line, exit code 2.
std::string complaint(const Arguments& arguments, Language usual = Language::english) {
    const Answer answer = read<Answer>(arguments, usual);
    CHECK_EQ(answer.exit_code, 2);
    CHECK_EQ(answer.text.find('\n'), answer.text.size() - 1);
    return answer.text;
}

}  // namespace

TEST_CASE("check takes paths and options, in any order") {
    const auto options = read<CheckOptions>(
        {"check", "a.cpp", "--json", "out.json", "--seed=7", "b", "--exercise", "toaster", "--lang", "fr"});
    CHECK_EQ(options.paths, Arguments{"a.cpp", "b"});
    CHECK_EQ(options.json_path, "out.json");
    CHECK_EQ(options.seed, std::optional<std::uint64_t>(7));
    CHECK_EQ(options.exercise, "toaster");
    CHECK(options.language == french());
}

TEST_CASE("check alone checks the exercises, in the usual language, with no seed and no JSON") {
    const auto options = read<CheckOptions>({"check"}, french());
    CHECK(options.paths.empty());
    CHECK(options.json_path.empty());
    CHECK_FALSE(options.seed);
    CHECK(options.language == french());
}

TEST_CASE("- after --json is standard output") {
    CHECK_EQ(read<CheckOptions>({"check", "a.cpp", "--json", "-"}).json_path, "-");
    CHECK_EQ(read<CheckOptions>({"check", "--json=-", "a.cpp"}).json_path, "-");
}

TEST_CASE("a path may bear the name of a command, brackets, spaces, or begin with a dash after --") {
    CHECK_EQ(read<CheckOptions>({"check", "list", "run"}).paths, Arguments{"list", "run"});
    CHECK_EQ(read<CheckOptions>({"check", "[a,b]", "my file.cpp"}).paths,
             Arguments{"./[a,b]", "my file.cpp"});
    CHECK_EQ(read<CheckOptions>({"check", "--", "-a.cpp", "--lang"}).paths, Arguments{"-a.cpp", "--lang"});
}

TEST_CASE("that nothing contains a submission is allowed by check and by run, each for itself") {
    CHECK_FALSE(read<CheckOptions>({"check"}).allow_uncontained);
    CHECK(read<CheckOptions>({"check", "--allow-uncontained"}).allow_uncontained);
    CHECK_FALSE(read<RunRequest>({"run", "toaster"}).allow_uncontained);
    CHECK(read<RunRequest>({"run", "toaster", "--allow-uncontained"}).allow_uncontained);
}

TEST_CASE("every seed of 64 bits is one, and nothing else") {
    CHECK_EQ(read<CheckOptions>({"check", "--seed", "0"}).seed, std::optional<std::uint64_t>(0));
    CHECK_EQ(read<CheckOptions>({"check", "--seed", "18446744073709551615"}).seed,
             std::optional<std::uint64_t>(18446744073709551615U));
    for (const std::string seed : {"18446744073709551616", "1.5", "0x10", "seven", " 7", "7 ", "+7"}) {
        CHECK(contains(complaint({"check", "--seed", seed}), "--seed is a whole number"));
    }
    CHECK(contains(complaint({"check", "--seed=-1"}), "not -1"));
}

TEST_CASE("an option that is given twice counts the second time") {
    CHECK_EQ(read<CheckOptions>({"check", "--seed", "1", "--seed", "2"}).seed,
             std::optional<std::uint64_t>(2));
}

TEST_CASE("the other commands take what they need") {
    CHECK_EQ(read<RunRequest>({"run", "toaster"}).what, "toaster");
    CHECK(read<RunRequest>({"run", "toaster", "--lang=fr"}).language == french());
    CHECK(read<ListRequest>({"list", "--lang", "fr"}).language == french());
    CHECK(read<ListRequest>({"--lang", "fr", "list"}).language == french());
    CHECK(read<DoctorRequest>({"doctor"}, french()).language == french());
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
    CHECK_EQ(complaint({"check", "--json"}), "--json needs the name of a file, or - for standard output.\n");
    CHECK_EQ(complaint({"check", "--json", "--seed", "1"}),
             "--json needs the name of a file, or - for standard output.\n");
    CHECK_EQ(complaint({"check", "--json", ""}),
             "--json needs the name of a file, or - for standard output.\n");
    CHECK(contains(complaint({"check", "--json="}), "--json needs the name of a file"));
    CHECK(contains(complaint({"check", "--seed"}), "--seed needs a whole number"));
    CHECK(contains(complaint({"check", "--exercise"}), "grade list shows them"));
    CHECK(contains(complaint({"list", "--lang"}), "--lang needs a language"));
    CHECK(contains(complaint({"run"}), "grade run parcel"));
    CHECK(contains(complaint({"run"}, french()), "Dites quoi exécuter"));
}

TEST_CASE("a complaint is in the language that --lang asks for, wherever it stands") {
    CHECK(contains(complaint({"check", "--colour", "--lang", "fr"}), "n'existe pas"));
    CHECK(contains(complaint({"--lang=en", "check", "--colour"}, french()), "There is no option"));
    CHECK_EQ(complaint({"check", "--lang", "de"}), "--lang is en or fr, not de.\n");
}

TEST_CASE("an unknown command and an argument too many are named") {
    CHECK_EQ(complaint({"chek", "toaster"}),
             "There is no command chek: it is check, run, replay, list, exercise or doctor.\n");
    CHECK_EQ(complaint({"list", "toaster"}),
             "grade list does not know what to do with toaster: leave it out.\n");
    CHECK(contains(complaint({"run", "toaster", "weather"}), "weather"));
}

TEST_CASE("what was typed is not printed raw") {
    CHECK_FALSE(contains(complaint({"check", "--\x1b[2J"}), "\x1b"));
    CHECK_FALSE(contains(complaint({"\x1b[2J"}), "\x1b"));
    CHECK_FALSE(contains(complaint({"check", "--lang", "\x1b[2J"}), "\x1b"));
}

TEST_CASE("no command at all shows the help, and is a mistake") {
    const Answer answer = read<Answer>({});
    CHECK_EQ(answer.exit_code, 2);
    CHECK_EQ(answer.text, help("").in(Language::english));
}

TEST_CASE("help is that of the command, in the language asked for, and no mistake") {
    for (const std::string command : {"check", "run", "list", "doctor"}) {
        for (const std::string option : {"--help", "-h"}) {
            const Answer answer = read<Answer>({command, option, "--lang", "fr"});
            CHECK_EQ(answer.exit_code, 0);
            CHECK_EQ(answer.text, help(command).in(french()));
            CHECK(answer.text.starts_with("grade " + command));
        }
    }
    CHECK_EQ(read<Answer>({"--help"}).text, help("").in(Language::english));
    CHECK_EQ(read<Answer>({"run", "--help"}).exit_code, 0);
}

TEST_CASE("every option is in the help, and the help fits a terminal") {
    for (const std::string command : {"", "check", "run", "list", "exercise", "doctor"}) {
        for (const Language language : {Language::english, french()}) {
            const std::string page = help(command).in(language);
            CHECK(contains(page, "--lang en|fr"));
            for (const std::string& line : report_sample::lines_of(page)) {
                CAPTURE(line);
                CHECK_LE(columns(line), 80);
            }
        }
    }
    for (const std::string option : {"--json", "--exercise", "--exercises", "--seed"}) {
        CHECK(contains(help("check").in(Language::english), option));
        CHECK(contains(help("check").in(french()), option));
    }
    CHECK(contains(help("").in(Language::english), "--version"));
}

TEST_CASE("the version is one line") {
    const Answer answer = read<Answer>({"--version"});
    CHECK_EQ(answer.exit_code, 0);
    CHECK_EQ(answer.text, std::string("grade ") + AWAITLAB_VERSION + " (awaitlab)\n");
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
    CHECK_EQ(read<CheckOptions>({"check", "--exercises", "mine"}).exercises, "mine");
    CHECK_EQ(read<RunRequest>({"run", "a.cpp", "--exercises", "mine"}).exercises, "mine");
    CHECK_EQ(read<ListRequest>({"list", "--exercises=mine"}).exercises, "mine");
    CHECK_EQ(complaint({"check", "--exercises"}), "--exercises needs a folder with exercises in it.\n");
}

TEST_CASE("exercise makes a new one, or checks a folder, or all of them") {
    const auto made = read<ExerciseRequest>({"exercise", "new", "parcel", "--lang", "fr"});
    CHECK(made.make);
    CHECK_EQ(made.what, "parcel");
    CHECK(made.language == french());
    const auto checked = read<ExerciseRequest>({"exercise", "check", "parcel", "--allow-uncontained"});
    CHECK_FALSE(checked.make);
    CHECK_EQ(checked.what, "parcel");
    CHECK(checked.allow_uncontained);
    CHECK_EQ(read<ExerciseRequest>({"exercise", "check"}).what, "");
    CHECK_EQ(read<ExerciseRequest>({"exercise", "check", "--exercises", "mine"}).what, "mine");
}

TEST_CASE("exercise without a name, or with another word, says what it takes") {
    const std::string sentence = "Say what to do: grade exercise new NAME, or grade exercise check FOLDER.\n";
    CHECK_EQ(complaint({"exercise"}), sentence);
    CHECK_EQ(complaint({"exercise", "new"}), sentence);
    CHECK_EQ(complaint({"exercise", "eat", "it"}), sentence);
    CHECK_EQ(complaint({"exercise", "check", "a", "b"}), sentence);
    CHECK_EQ(complaint({"exercise", "check", "a", "--exercises", "b"}), sentence);
}
