#include "grader/exercise/measures.hpp"
#include "tests/grader/findings.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <string>
#include <vector>

using namespace by_hand;
using namespace findings;
using namespace grader;

namespace {

/// A call that gives this text, or a list of them.
CallSpan giving(Tale& tale, const std::string& text) {
    return tale.call("f").result("result", text).returns().timeline().calls.at(0);
}

CallSpan giving(Tale& tale, const std::vector<std::string>& list) {
    tale.call("f").result("result.size", std::to_string(list.size()));
    for (const std::string& one : list) tale.result("result", one);
    return tale.returns().timeline().calls.at(0);
}

}  // namespace

TEST_CASE("gives_text: this very text; else what it gave is told") {
    Tale tale;
    const CallSpan call = giving(tale, "7");
    check_holds(gives_text(call, "result", "7"));
    check_fails(gives_text(call, "result", "8"), "f gave \"7\" instead of \"8\"");
    check_fails(gives_text(call, "other", "7"), "f gave \"\" instead of \"7\"");
    Tale time;
    check_fails(gives_text(giving(time, "1500000000ns"), "result", "2000000000ns"),
                "f gave \"1.5 s\" instead of 2 s");
    Tale error;
    check_fails(gives_text(error.call("f").raises().timeline().calls.at(0), "result", "7"),
                "f threw an error: oops");
}

TEST_CASE("gives_text: a list is no text, not even one of that element") {
    Tale one;
    check_fails(gives_text(giving(one, std::vector<std::string>{"nullopt"}), "result", "nullopt"),
                "f gave \"nullopt\" instead of \"nullopt\"");
    Tale none;
    check_fails(gives_text(giving(none, std::vector<std::string>()), "result", "nullopt"),
                "f gave \"an empty list\" instead of \"nullopt\"");
}

TEST_CASE("gives_part: the text has this in it; an empty part is in every text") {
    Tale tale;
    const CallSpan call = giving(tale, "sunny in New York");
    check_holds(gives_part(call, "result", "New York"));
    check_holds(gives_part(call, "result", ""));
    check_fails(gives_part(call, "result", "Oslo"),
                "f gave \"sunny in New York\" instead of a text with \"Oslo\" in it");
}

TEST_CASE("gives_each: as many as were wanted, each at its place") {
    Tale tale;
    const CallSpan call = giving(tale, std::vector<std::string>{"from A", "from B"});
    check_holds(gives_each(call, "result", {"A", "B"}, false));
    check_holds(gives_each(call, "result", {"from A", "from B"}, true));
    check_fails(gives_each(call, "result", {"A", "B"}, true),
                "answer 1 should be the one of \"A\", and is \"from A\"");
    check_fails(gives_each(call, "result", {"B", "A"}, false),
                "answer 1 should be the one of \"B\", and is \"from A\"");
    check_fails(gives_each(call, "result", {"A"}, false), "f gave 2 answers instead of 1");
    check_fails(gives_each(call, "result", {}, false), "f gave 2 answers instead of 0");
}

TEST_CASE("gives_each: an empty list is one, and what is no list is none") {
    Tale empty;
    check_holds(gives_each(giving(empty, std::vector<std::string>()), "result", {}, false));
    Tale text;
    check_fails(gives_each(giving(text, "nullopt"), "result", {}, false),
                "f gave \"nullopt\" instead of a list of 0");
    Tale never;
    check_fails(gives_each(never.call("f").timeline().calls.at(0), "result", {}, false), "f did not return");
}

TEST_CASE("of a long list only the first elements are shown") {
    Tale tale;
    const Finding finding =
        gives_text(giving(tale, std::vector<std::string>(60'000, "answer")), "result", "nullopt");
    CHECK(finding.observed.in(Language::english).size() < 300);
    CHECK(finding.observed.in(Language::english).find(", …\"") != std::string::npos);
}
