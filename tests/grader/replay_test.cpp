#include "grader/replay.hpp"

#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"
#include "tests/grader/submissions.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace grade_process;

namespace {

using Json = nlohmann::ordered_json;

/// A submission that was checked: the folder holds it, and verdict.json.
struct Checked {
    Checked(const std::string& exercise, const std::string& source,
            const std::vector<std::string>& more = {}) {
        file = folder.write(exercise + ".cpp", source);
        std::vector<std::string> words = {"check", file, "--json", verdict, "--seed", "7"};
        words.insert(words.end(), more.begin(), more.end());
        said = grade(words);
        json = Json::parse(bytes_of_file(verdict)).at("verdicts").at(0);
    }
    Said replay(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"replay", verdict};
        words.insert(words.end(), more.begin(), more.end());
        return grade(words);
    }

    TemporaryFolder folder;
    std::string file;
    std::string verdict = folder / "verdict.json";
    Said said;
    Json json;
};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

const std::string right_only_in_order = submissions::forecast_by_places("next++");

std::string solution(const std::string& path) {
    return bytes_of_file(AWAITLAB_SOURCE_DIR "/tests/solutions/" + path);
}

}  // namespace

TEST_CASE("replay: the run behind every failed check comes again, byte for byte") {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"weather", right_only_in_order},
        {"weather", solution("weather/failed/busy_wait.cpp")},
        {"crawler", solution("crawler/failed/fixed_shares.cpp")},
        {"crawler", solution("crawler/exited_early/exits_when_cancelled.cpp")},
        {"toaster", solution("toaster/exited_early/leaves_the_program.cpp")},
    };
    int replayed = 0;
    for (const auto& [exercise, source] : wrong) {
        const Checked checked(exercise, source);
        for (const Json& check : checked.json.at("checks")) {
            if (check.at("status") == "passed" || !check.contains("scenario")) continue;
            const Said said = checked.replay({"--check", check.at("id")});
            CAPTURE(said.output);
            CAPTURE(check.dump());
            CHECK(said.exit_code == 0);
            CHECK(contains(said.output, "byte for byte"));
            ++replayed;
        }
    }
    CHECK(replayed > 12);
}

TEST_CASE("replay: without a check it is the first that did not pass; the language is the verdict's") {
    const Checked checked("weather", right_only_in_order, {"--lang", "fr"});
    const Said said = checked.replay();
    CHECK(said.exit_code == 0);
    CHECK(contains(said.output, "dans un autre ordre"));
    CHECK(contains(said.output, "à l'octet près"));
    CHECK(said.error == "");
}

TEST_CASE("replay: live, what was printed comes first") {
    const Checked checked("crawler", solution("crawler/failed/waits_half_a_second.cpp"));
    const Said said = checked.replay({"--live"});
    CHECK(said.exit_code == 0);
    CHECK_MESSAGE(said.output.starts_with("page 4\n"), said.output);
    CHECK(contains(said.output, "byte for byte"));
}

TEST_CASE("replay: a run that is not the one in the verdict is said to be another") {
    Checked checked("weather", right_only_in_order);
    std::string bytes = bytes_of_file(checked.verdict);
    const std::string observed = "passes in the usual order";
    bytes.replace(bytes.find(observed), observed.size(), "passes in no order at all");
    checked.folder.write("verdict.json", bytes);
    const Said said = checked.replay();
    CHECK(said.exit_code == 1);
    CHECK(contains(said.output, "This is not what stands in"));
}

TEST_CASE("replay: what cannot be played again gets one sentence, and exit code 2") {
    const Checked checked("weather", right_only_in_order);
    const auto refused = [](const Said& said, const std::string& words) {
        CAPTURE(said.error);
        CHECK(said.exit_code == 2);
        CHECK(said.output == "");
        CHECK(contains(said.error, words));
        CHECK(said.error.find('\n') == said.error.size() - 1);
    };
    refused(grade({"replay"}), "Say which verdict to play again");
    refused(grade({"replay", checked.folder / "nothing.json"}), "cannot be read");
    for (const char* bytes : {"", "{", "[1, 2]", "{\"format\": 3}", "{\"format\": \"awaitlab-report/1\"}",
                              "{\"format\": \"awaitlab-report/1\", \"verdicts\": []}"}) {
        refused(grade({"replay", checked.folder.write("odd.json", bytes)}), "is no verdict");
    }
    const std::string seven = "{\"format\": \"awaitlab-report/1\", \"verdicts\": 7}";
    refused(grade({"replay", checked.folder.write("odd.json", seven)}), "is no verdict");
    refused(grade({"replay",
                   checked.folder.write("odd.json", R"({"format": "awaitlab-verdict/1", "exercise": "x"})")}),
            "There is no exercise x here");
    refused(checked.replay({"--check", "nonsense"}), "has no check nonsense");
    refused(checked.replay({"--check", "fetch-waits"}), "these have one: results-in-order");
    refused(checked.replay({"--check"}), "--check needs the id of a check");
    const std::string other = checked.folder.write("other.cpp", "int x;");
    refused(grade({"replay", checked.verdict, other}), "its bytes are others");
    checked.folder.write("weather.cpp", "changed");
    refused(checked.replay(), "has changed since");

    const Checked right("toaster", bytes_of_file(AWAITLAB_SOURCE_DIR "/reference/toaster.cpp"));
    refused(right.replay(), "nothing to play again");
}

TEST_CASE("replay: a verdict that somebody bent does no harm") {
    const Checked checked("weather", right_only_in_order);
    const auto bent = [&](const auto& bend) {
        Json json = checked.json;
        bend(json);
        return grade({"replay", checked.folder.write("bent.json", json.dump()), checked.file});
    };
    for (const Json& value : {Json(-1), Json("x"), Json(nullptr), Json::array({1, "a", nullptr}), Json(1e99),
                              Json::array({{{"choice", 4000000000U}, {"index", 4000000000U}}})}) {
        CHECK(bent([&](Json& json) { json["scenarios"].back()["order"] = value; }).exit_code >= 0);
        CHECK(bent([&](Json& json) { json["scenarios"].back()["calls"] = value; }).exit_code >= 0);
        CHECK(bent([&](Json& json) { json["scenarios"].back()["id"] = value; }).exit_code >= 2);
        CHECK(bent([&](Json& json) { json["grader"] = value; }).exit_code >= 0);
        CHECK(bent([&](Json& json) { json["checks"] = value; }).exit_code == 2);
    }
    const Json odd_calls = Json::array({{{"function", "forecast"}, {"arguments", {{"servers", "many"}}}}});
    CHECK(bent([&](Json& json) { json["scenarios"].back()["calls"] = odd_calls; }).exit_code == 3);
}
