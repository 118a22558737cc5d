#include "grader/report/picture.hpp"
#include "tests/grader/french.hpp"

#include "grader/report/paint.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/duration_text.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>

using namespace grader;
using namespace report_sample;
using Lines = std::vector<std::string>;

namespace {

ScenarioReport lasting(Microseconds duration) {
    ScenarioReport scenario;
    scenario.name = "as written";
    scenario.duration = duration;
    return scenario;
}

std::string blocks(std::size_t count, const std::string& block = "█") {
    std::string text;
    for (std::size_t index = 0; index < count; ++index) {
        text += block;
    }
    return text;
}

}  // namespace

TEST_CASE(
    "every coroutine is a row, its sleeps as long as it lasted, over round times, with a mark at the "
    "moment") {
    const std::string gap(14, ' ');
    CHECK_EQ(picture(one_after_the_other(), 6s, Language::english),
             Lines{"toast_bread  " + blocks(14), "brew_coffee  " + gap + blocks(14),
                   "toast_bread  " + gap + gap + blocks(14), "brew_coffee  " + gap + gap + gap + blocks(14),
                   "             0      1 s    2 s    3 s    4 s    5 s    6 s    7 s    8 s",
                   "             " + gap + gap + gap + "▲"});
}

TEST_CASE("sleeps that overlap are drawn one under the other, though their ends come in another order") {
    ScenarioReport scenario = lasting(2s);
    scenario.spans = {{SpanKind::sleep, "a", 1, 0s, 2s}, {SpanKind::sleep, "b", 2, 0s, 1s}};
    const Lines lines = picture(scenario, std::nullopt, Language::english);
    REQUIRE_EQ(lines.size(), 3);
    CHECK_EQ(lines[0], "a  " + blocks(56));
    CHECK_EQ(lines[1], "b  " + blocks(28));
}

TEST_CASE("a scenario in which nothing waited, or no time passed, has no picture") {
    CHECK(picture(lasting(2s), std::nullopt, Language::english).empty());
    ScenarioReport scenario = lasting(0s);
    add_sleep(scenario, "a", 1, 0s, 0s);
    CHECK(picture(scenario, 0s, Language::english).empty());
}

TEST_CASE("a sleep that was cancelled is marked, and the mark is explained") {
    ScenarioReport scenario = lasting(4s);
    add_sleep(scenario, "slow", 1, 0s, 3s, 5s);
    const Lines lines = picture(scenario, std::nullopt, Language::english);
    CHECK_EQ(lines.front(), "slow  " + blocks(41) + "╳");
    CHECK_EQ(lines.back(), "      ╳ stopped before its end");
}

TEST_CASE("a loop that stood still is drawn otherwise") {
    ScenarioReport scenario = lasting(3s);
    scenario.spans = {{SpanKind::blocked, "spin", 1, 0s, 3s}};
    const Lines lines = picture(scenario, std::nullopt, french());
    REQUIRE_EQ(lines.size(), 3);
    CHECK_EQ(lines[0], "spin  " + blocks(54, "▓"));
    CHECK_EQ(lines[2], "      ▓ arrête tout le monde");
}

TEST_CASE("a slot is drawn where it is held without sleeping, and not where a sleep shows it") {
    ScenarioReport scenario = lasting(2s);
    scenario.spans = {{SpanKind::held, "crawl", 1, 0s, 2s},
                      {SpanKind::held, "download", 2, 0s, 1s},
                      {SpanKind::sleep, "download", 2, 0s, 1s}};
    const Lines lines = picture(scenario, std::nullopt, Language::english);
    REQUIRE_EQ(lines.size(), 4);
    CHECK_EQ(lines[0], "crawl     " + blocks(56, "░"));
    CHECK_EQ(lines[1], "download  " + blocks(28));
    CHECK_EQ(lines[3], "          ░ holds a slot");
}

TEST_CASE("a coroutine that waits twice is one row, with a thin gap where one wait follows another at once") {
    ScenarioReport scenario = lasting(4s);
    scenario.spans = {{SpanKind::sleep, "a", 1, 0s, 1s},
                      {SpanKind::sleep, "a", 1, 1s, 2s},
                      {SpanKind::sleep, "a", 1, 3s, 4s}};
    const Lines lines = picture(scenario, std::nullopt, Language::english);
    REQUIRE_EQ(lines.size(), 2);
    CHECK_EQ(lines[0], "a  " + blocks(14) + "▐" + blocks(13) + std::string(14, ' ') + blocks(14));
}

TEST_CASE("a slot that is held after the wait is drawn behind it") {
    ScenarioReport scenario = lasting(2s);
    scenario.spans = {{SpanKind::held, "download", 2, 0s, 2s}, {SpanKind::sleep, "download", 2, 0s, 1s}};
    const Lines lines = picture(scenario, std::nullopt, Language::english);
    CHECK_EQ(lines[0], "download  " + blocks(28) + blocks(28, "░"));
}

TEST_CASE("two hundred rows are shortened to those around the moment") {
    ScenarioReport scenario = lasting(200s);
    for (int page = 0; page < 200; ++page) {
        add_sleep(scenario, "page" + std::to_string(page), static_cast<std::uint32_t>(page + 2), page * 1s,
                  page * 1s + 1s);
    }
    const Lines lines = picture(scenario, 100500ms, Language::english);
    CHECK_LT(lines.size(), 20);
    CHECK(contains(lines.front(), "… and 93 more"));
    CHECK(contains(lines[8], "page100"));
    CHECK(contains(lines[15], "… and 93 more"));
    CHECK(contains(picture(scenario, std::nullopt, Language::english).front(), "page0 "));
}

TEST_CASE("a picture is never wider than its columns, whatever the lengths") {
    for (const Microseconds total :
         {Microseconds(1), Microseconds(7), Microseconds(999), Microseconds(1'000'001),
          Microseconds(59'999'999), Microseconds(3'600'000'000), Microseconds::max() / 128}) {
        ScenarioReport scenario = lasting(total);
        add_sleep(scenario, "a_name_that_is_far_too_long_for_a_row\x1b[2J", 1, total / 3, total);
        add_sleep(scenario, "b", 2, total, total);
        for (const Language language : {Language::english, french()}) {
            for (const std::size_t width : {38U, 78U, 198U}) {
                for (const std::string& line : picture(scenario, total, language, width)) {
                    CAPTURE(line);
                    CHECK_LE(columns(line), width);
                    CHECK_FALSE(contains(line, "\x1b"));
                }
            }
        }
    }
}

TEST_CASE("spans that make no sense give a picture all the same") {
    ScenarioReport scenario = lasting(1s);
    scenario.spans = {{SpanKind::sleep, "a", 1, 5s, 4s},
                      {SpanKind::sleep, "b", 2, -3s, -4s, true},
                      {SpanKind::blocked, "b", 2, 1s, 9s}};
    CHECK_FALSE(picture(scenario, -1s, Language::english).empty());
}

TEST_CASE("times are exact, short, and in the reader's language") {
    CHECK_EQ(duration_text(0s).in(Language::english), "0 s");
    CHECK_EQ(duration_text(2s).in(Language::english), "2 s");
    CHECK_EQ(duration_text(1700ms).in(Language::english), "1.7 s");
    CHECK_EQ(duration_text(1700ms).in(french()), "1,7 s");
    CHECK_EQ(duration_text(500ms).in(Language::english), "0.5 s");
    CHECK_EQ(duration_text(2000137us).in(Language::english), "2.000137 s");
    CHECK_EQ(duration_text(35ms).in(Language::english), "35 ms");
    CHECK_EQ(duration_text(1050us).in(Language::english), "1.05 ms");
    CHECK_EQ(duration_text(150us).in(Language::english), "150 µs");
    CHECK_EQ(duration_text(-1500ms).in(Language::english), "-1.5 s");
}
