#include "grader/report/formats.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace grader;
using namespace report_sample;
using Json = nlohmann::json;

namespace {

const std::string source = "aio::Coroutine<> breakfast() {\n    co_await brew_coffee();\n}\n";

/// The data of a page, as its script reads it.
Json data_of(const std::string& page) {
    const std::string before = "id=\"data\">";
    const std::size_t begin = page.find(before) + before.size();
    return Json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

bool has_control_characters(const std::string& text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 && c != '\n'; });
}

}  // namespace

TEST_CASE("formats: every one takes any verdict, however hostile, and gives the same bytes again") {
    for (const Format& format : formats) {
        CAPTURE(format.name);
        for (const Verdict& verdict : {failed(), passed(french()), compile_error(), unreadable(), hostile(),
                                       bare(Outcome::internal_error)}) {
            const std::string text = format.written({verdict}, {source});
            CHECK(text == format.written({verdict}, {source}));
            CHECK_FALSE(text.empty());
            CHECK_FALSE(has_control_characters(text));
            CHECK_FALSE(contains(text, "\u202e"));
        }
        CHECK_FALSE(format.written({}, {}).empty());
    }
}

TEST_CASE(
    "page: the data has the verdicts, their sources and spans, and the words of the verdict's language") {
    const Json data = data_of(report_page({failed(french())}, {source}));
    CHECK(data["verdicts"][0]["exercise"] == "toaster");
    CHECK(data["sources"][0] == source);
    CHECK(data["outcomes"][0] == "pas encore");
    CHECK(data["words"]["expected"] == "attendu");
    CHECK(data["spans"][0][0].size() == 4);
    CHECK(data["spans"][0][0][3]["begin"] == 6000000);
    CHECK(report_page({failed(french())}, {}).find("<html lang=\"fr\">") != std::string::npos);
}

TEST_CASE("page: what a student wrote cannot leave the data, and nothing is fetched") {
    Verdict verdict = failed();
    verdict.checks[1].observed = same("</script><script>alert(1)</script><!--");
    const std::string page = report_page({verdict}, {"// </script><img src=x onerror=alert(1)>"});
    CHECK(how_often(page, "</script>") == 2);
    CHECK(how_often(page, "<!--") == 0);
    CHECK_FALSE(contains(page, "<img"));
    CHECK_FALSE(contains(page, "http://www.example"));
    CHECK_FALSE(contains(page, "https:"));
    CHECK(data_of(page)["verdicts"][0]["checks"][1]["observed"] == "</script><script>alert(1)</script><!--");
}

TEST_CASE("markdown: points, a row for each check, and the next step") {
    const std::string text = report_markdown({failed()}, {source});
    CHECK(text.starts_with("### toaster: not there yet, 6 of 10 points\n"));
    CHECK(contains(text, "| ✗ | Toast and coffee are made together | 0 of 3 |\n"));
    CHECK(contains(text, "**Next step: Toast and coffee are made together**\n"));
    CHECK(contains(text, "- *hint*: gather\\(\\) starts both before it waits\\.\n"));
    CHECK(text.ends_with("**Score: 6 of 10**\n"));
}

TEST_CASE("markdown: what a student wrote is no markup, and cannot close a block of code") {
    Verdict verdict = failed();
    verdict.checks[1].observed = same("<b> | **x** [a](http://b) ```");
    verdict.scenarios[0].spans[0].coroutine = "````";
    const std::string text = report_markdown({verdict}, {});
    CHECK(contains(text, "&lt;b\\> \\| \\*\\*x\\*\\* \\[a\\]\\(http\\://b\\) \\`\\`\\`"));
    CHECK(how_often(text, "\n`````") == 2);
}

TEST_CASE("svg: a row for each coroutine, and a mark at the moment") {
    const std::string text = report_svg({failed()}, {});
    CHECK(how_often(text, "<rect class=\"sleep\"") == 4);
    CHECK(how_often(text, "class=\"moment\"") == 1);
    CHECK(contains(text, "<title>brew_coffee: 6 s – 8 s</title>"));
    Verdict verdict = failed();
    verdict.scenarios[0].spans[0].coroutine = "<script>\"&";
    CHECK(contains(report_svg({verdict}, {}), "&lt;script&gt;&quot;&amp;"));
}

TEST_CASE("trace: each scenario is a process, each coroutine a thread, each wait a slice") {
    const Json trace = Json::parse(report_trace({failed()}, {}));
    int slices = 0;
    for (const Json& event : trace["traceEvents"]) {
        if (event["ph"] == "X") ++slices;
        CHECK(event["pid"] == 1);
    }
    CHECK(slices == 4);
    CHECK(trace["traceEvents"][0]["args"]["name"] == "toaster.cpp, as written");
}
