#include "grader/report/text.hpp"
#include "tests/grader/french.hpp"

#include "grader/report/diagnostics_text.hpp"
#include "grader/report/paint.hpp"
#include "grader/report/utf8.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace grader;
using namespace report_sample;

namespace {

const std::string source =
    "aio::Coroutine<> breakfast() {\n\tco_await brew_coffee();\r\n    // TODO 1: wait\n}\n";

}  // namespace

TEST_CASE("the first line says exercise, outcome and points, in the verdict's language") {
    CHECK_EQ(lines_of(verdict_text(failed())).front(), "toaster: not there yet, 6 of 10 points");
    CHECK_EQ(lines_of(verdict_text(failed(french()))).front(), "toaster : pas encore, 6 points sur 10");
    Verdict verdict = passed();
    verdict.submission.file = "alice.cpp";
    CHECK_EQ(lines_of(verdict_text(verdict)).front(), "toaster (alice.cpp): passed, 10 of 10 points");
}

TEST_CASE("every check is a line with its mark, its title and its points") {
    const std::vector<std::string> lines = lines_of(verdict_text(failed()));
    CHECK(lines[2].starts_with("  ✓ The toaster waits "));
    CHECK(lines[2].ends_with(" 6 of 6"));
    CHECK(lines[3].starts_with("  ✗ Toast and coffee are made together "));
    CHECK(lines[3].ends_with(" 0 of 3"));
    CHECK(lines[4].starts_with("  ✗ The durations are measured "));
}

TEST_CASE("the next step comes last: expected, seen, where, its line, hint; before it what the code did") {
    const std::string text = verdict_text(failed(), source);
    CHECK(text.find("  toast_bread  ██") < text.find("Next step"));
    CHECK(text.ends_with("    hint      gather() starts both before it waits.\n"));
    CHECK(contains(text,
                   "\n\nNext step: Toast and coffee are made together\n"
                   "    expected  both begin at the same moment\n"
                   "    seen      coffee began at 6 s\n"
                   "    where     toaster.cpp:2, at 6 s, in “as written”\n"
                   "              2 |  co_await brew_coffee();\n"
                   "    hint      gather() starts both before it waits.\n"));
    CHECK(contains(verdict_text(failed(french()), source),
                   "Prochaine étape : Le pain et le café se font ensemble\n"
                   "    attendu   les deux commencent au même instant\n"
                   "    constaté  le café a commencé à 6 s\n"
                   "    où        toaster.cpp:2, à 6 s, dans « as written »\n"));
}

TEST_CASE("there is one next step only: other failed checks stay one line") {
    const std::string text = verdict_text(failed());
    CHECK_EQ(how_often(text, "Next step"), 1);
    CHECK_FALSE(contains(text, "SECOND HINT"));
    CHECK_FALSE(contains(text, "SECOND OBSERVED"));
}

TEST_CASE("what is not known of a failed check is not mentioned") {
    Verdict verdict = failed();
    Check& check = verdict.checks[1];
    check.at.reset();
    check.location.reset();
    check.scenario.clear();
    check.hint = Text();
    const std::string text = verdict_text(verdict, source);
    CHECK(contains(text, "seen"));
    CHECK_FALSE(contains(text, "where"));
    CHECK_FALSE(contains(text, "hint"));
    CHECK_FALSE(contains(text, "█"));
}

TEST_CASE("a pass has no next step, and shows what the code did") {
    const std::string text = verdict_text(passed());
    CHECK_FALSE(contains(text, "Next step"));
    CHECK(contains(text, "  toast_bread  ██"));
}

TEST_CASE("checks that were skipped for one reason say it once") {
    Verdict verdict = failed();
    for (const char* id : {"a", "b"}) {
        Check check = failed_check(id, same("Skipped"), 1);
        check.status = CheckStatus::skipped;
        check.observed = same("breakfast() did not come back");
        verdict.checks.push_back(check);
    }
    const std::string text = verdict_text(verdict);
    CHECK_EQ(how_often(text, "  – Skipped"), 2);
    CHECK_EQ(how_often(text, "breakfast() did not come back"), 1);
}

TEST_CASE("when no check was judged, the reason is in their place") {
    Verdict verdict = bare(Outcome::deadlocked);
    verdict.checks.push_back(failed_check("a", same("Skipped"), 1));
    verdict.checks.back().status = CheckStatus::skipped;
    verdict.reason = bilingual("brew_coffee waits for a slot.", "brew_coffee attend une place.");
    CHECK_EQ(verdict_text(verdict),
             "toaster: waits for ever, 0 of 10 points\n  brew_coffee waits for a slot.\n");
    verdict.reason = Text();
    CHECK(contains(verdict_text(verdict), "\n  coffee began at 6 s\n"));
}

TEST_CASE("a compile error shows the first error in full, the others in a line, and no note") {
    const std::string text = verdict_text(compile_error(), source);
    CHECK(contains(text,
                   "toaster: does not compile, 0 of 10 points\n\n"
                   "Next step: correct the first error, the others may come from it\n"
                   "  toaster.cpp:2:5: use of undeclared identifier 'bread'\n"
                   "    2 |  co_await brew_coffee();\n"
                   "            ^\n"
                   "  toaster.cpp:3:1: expected ';'\n"
                   "  warning: toaster.cpp:1:7: unused variable\n"));
    CHECK_FALSE(contains(text, "a note"));
    CHECK(contains(verdict_text(compile_error()),
                   "  toaster.cpp:2:5: use of undeclared identifier 'bread'\n  toaster"));
}

TEST_CASE("a hundred errors and warnings are a few lines") {
    Verdict verdict = bare(Outcome::compile_error);
    for (std::uint32_t line = 1; line <= 100; ++line) {
        verdict.diagnostics.push_back({Severity::error, "toaster.cpp", line, 1, "expected"});
        verdict.diagnostics.push_back({Severity::warning, "toaster.cpp", line, 1, "unused"});
    }
    const std::string text = verdict_text(verdict);
    CHECK_LT(lines_of(text).size(), 16);
    CHECK(contains(text, "… and 95 more, which may well come from the first."));
    CHECK(contains(text, "more warnings: 97"));
}

TEST_CASE(
    "the mark under a column counts what the reader sees, and stays away where there is no such column") {
    const auto marked = [](const std::string& line, std::uint32_t column) {
        return diagnostics_text({{Severity::error, "a.cpp", 1, column, "no"}}, line, Language::english,
                                Paint(false));
    };
    // é is two bytes and one column.
    CHECK_EQ(marked("é = x;", 6), std::vector<std::string>{"a.cpp:1:6: no", "  1 | é = x;", "          ^"});
    CHECK_EQ(marked("x", 99).size(), 2);
    // The part around a column that is off the screen.
    const std::vector<std::string> late = marked(std::string(100, 'a') + "(" + std::string(100, 'b'), 101);
    REQUIRE_EQ(late.size(), 3);
    CHECK_EQ(late[1].find("a("), late[2].find('^') - 1 + std::string("…").size() - 1);
    CHECK_LE(columns(late[1]), 78);
    CHECK_EQ(marked("   ", 1).size(), 1);
    CHECK_EQ(marked("", 1).size(), 1);
}

TEST_CASE("an error of the linker has no place and needs none") {
    Verdict verdict = bare(Outcome::compile_error);
    verdict.diagnostics = {{Severity::error, "", 0, 0, "breakfast() is missing"}};
    CHECK(
        contains(verdict_text(verdict, source), "Next step: correct this error\n  breakfast() is missing\n"));
}

TEST_CASE("warnings are shown shortly when the program compiled") {
    Verdict verdict = failed();
    verdict.diagnostics = {
        {Severity::warning, "toaster.cpp", 12, 5, "ignoring return value " + std::string(200, 'x')}};
    CHECK(contains(verdict_text(verdict), "\n  warning: toaster.cpp:12:5: ignoring return value"));
    verdict.grader.language = french();
    CHECK(contains(verdict_text(verdict), "\n  avertissement : toaster.cpp:12:5: ignoring"));
}

TEST_CASE("an unedited stub is shown its first TODO") {
    CHECK_EQ(verdict_text(bare(Outcome::not_started), source),
             "toaster: not started yet, 0 of 10 points\n\n"
             "Next step: do the TODO at toaster.cpp:3\n  3 |     // TODO 1: wait\n");
    CHECK(contains(verdict_text(bare(Outcome::not_started)), "Next step: do the first TODO of the file\n"));
    CHECK(contains(verdict_text(bare(Outcome::not_started), "int main();"), "do the first TODO of the file"));
}

TEST_CASE("a fault of the grader's says nothing about points") {
    Verdict verdict = bare(Outcome::internal_error);
    verdict.reason = bilingual("bwrap is missing.", "bwrap manque.");
    CHECK_EQ(verdict_text(verdict), "toaster: the grader failed, not you\n  bwrap is missing.\n");
}

TEST_CASE("a submission that could not be read is named by its file") {
    CHECK_EQ(verdict_text(unreadable()), "holiday.jpg: cannot be graded\n  holiday.jpg is not C++.\n");
}

TEST_CASE("no line is wider than 80 columns, whatever was written, in either language") {
    Verdict verdict = hostile();
    const std::string line = "a long sentence with many words and " + std::string(300, 'w') + " in it";
    verdict.checks[1].expected = verdict.checks[1].title = verdict.reason = same(line);
    verdict.checks[1].scenario = line;
    verdict.scenarios[0].name = line;
    verdict.checks[1].location->file = line;
    verdict.diagnostics.push_back({Severity::error, line, 1, 1, line});
    for (const Language language : {Language::english, french()}) {
        verdict.grader.language = language;
        for (const Outcome outcome :
             {Outcome::failed, Outcome::compile_error, Outcome::not_started, Outcome::passed}) {
            verdict.outcome = outcome;
            for (const std::string& each :
                 lines_of(report_text({verdict, verdict}, {line + "\n// TODO " + line}))) {
                CAPTURE(each);
                CHECK_LE(columns(each), 80);
            }
        }
    }
}

TEST_CASE("no line is wider than the screen, from 40 columns to 200, and no word is cut") {
    for (const std::size_t width : {40U, 60U, 80U, 120U, 200U}) {
        for (const Language language : {Language::english, french()}) {
            const std::string text =
                report_text({failed(language), passed(language), compile_error(language)},
                            {source, source, source}, {.width = width});
            for (const std::string& each : lines_of(text)) {
                CAPTURE(each);
                CHECK_LE(columns(each), width);
                CHECK_FALSE(
                    (contains(each, "…") && !contains(each, " | ")));  // of the source, the end may go
            }
        }
    }
    CHECK(contains(verdict_text(failed(), source, {.width = 40}),
                   "  ✗ Toast and coffee are          0 of 3\n    made together\n"));
    CHECK_GT(columns(lines_of(verdict_text(passed(), source, {.width = 200}))[8]), 150);
}

TEST_CASE("for a terminal without UTF-8 every character is ASCII") {
    const std::string text = report_text({failed(french()), hostile()}, {source}, {.ascii = true});
    CHECK(std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; }));
    CHECK(contains(text, "  toast_bread  ##############\n"));
    CHECK(contains(text, "Prochaine etape : "));
}

TEST_CASE("nothing a student wrote is printed raw") {
    const std::string text = report_text({hostile(), hostile()}, {"\x1b[2J // TODO\x07\n"});
    for (const char character : text) {
        const bool harmless = static_cast<unsigned char>(character) >= 0x20 || character == '\n';
        CHECK(harmless);
    }
    CHECK_EQ(valid_utf8(text), text);
    CHECK(contains(text, "\\x1b[2J"));
    CHECK_FALSE(contains(text, "\u202e"));
}

TEST_CASE("colour is there only when it was asked for, and every one is switched off again") {
    CHECK_FALSE(contains(report_text({failed(), compile_error()}), "\x1b"));
    const std::string text = report_text({failed(), compile_error()}, {}, {true});
    CHECK(contains(text, "\x1b[31m✗\x1b[0m"));
    CHECK(contains(text, "\x1b[32m✓\x1b[0m"));
    CHECK(contains(text, "\x1b[1mNext step: "));
    CHECK_EQ(how_often(text, "\x1b["), 2 * how_often(text, "\x1b[0m"));
}

TEST_CASE("a report ends with the score, and has a table where there are several verdicts") {
    const std::string one = report_text({failed()});
    CHECK(one.ends_with("\n\nScore: 6 of 10\n"));
    const std::string text = report_text({failed(), passed(), compile_error()});
    CHECK(text.ends_with("\n\nScore: 16 of 30\n"));
    CHECK(
        contains(text, "  toaster.cpp                    passed                                 10 of 10\n"));
    CHECK(report_text({passed(french())}).ends_with("\nNote : 10 sur 10\n"));
    CHECK_EQ(report_text({}), "Score: 0 of 0\n");
}
