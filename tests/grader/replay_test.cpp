#include "grader/grading/replay.hpp"

#include "tests/grader/grade_process.hpp"
#include "tests/grader/schema.hpp"
#include "tests/grader/submissions.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <filesystem>
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

void refused(const Said& said, const std::string& words) {
    CAPTURE(said.error);
    CHECK(said.exit_code == 2);
    CHECK(said.output == "");
    CHECK(contains(said.error, words));
    CHECK(said.error.find('\n') == said.error.size() - 1);
}

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
    CHECK(contains(said.output, "à l'octet près"));
    CHECK(said.error == "");
}

TEST_CASE("replay: live, what was printed comes first") {
    const Checked checked("crawler", solution("crawler/failed/waits_half_a_second.cpp"));
    const Said said = checked.replay({"--live"});
    CHECK(said.exit_code == 0);
    CHECK_MESSAGE(said.output.starts_with("page "), said.output);
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
    CHECK(contains(said.output, "This run differs from the one in "));
}

TEST_CASE("replay: what cannot be played again gets one sentence, and exit code 2") {
    const Checked checked("weather", right_only_in_order);
    refused(grade({"replay"}), "grade replay needs VERDICT: ");
    refused(grade({"replay", checked.folder / "nothing.json"}), "cannot be read");
    refused(grade({"replay", checked.folder.path()}), "is no regular file");
    refused(grade({"replay", "/dev/zero"}), "is no regular file");
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
    refused(checked.replay({"--check", "fetch-waits"}), "Choose one of these checks: results-in-order");
    refused(checked.replay({"--check"}), "--check needs ID: which check, by its id");
    const std::string other = checked.folder.write("other.cpp", "int x;");
    refused(grade({"replay", checked.verdict, other}), "its contents are different");
    checked.folder.write("weather.cpp", "changed");
    refused(checked.replay(), "has changed since");

    const Checked right("toaster", bytes_of_file(AWAITLAB_SOURCE_DIR "/reference/toaster.cpp"));
    refused(right.replay(), "nothing to play again");
}

TEST_CASE("replay: a verdict of which a value is of another kind is refused in one sentence, exit code 2") {
    const Checked checked("weather", right_only_in_order);
    const auto bent = [&](const auto& bend) {
        Json json = checked.json;
        bend(json);
        return grade({"replay", checked.folder.write("bent.json", json.dump()), checked.file});
    };
    for (const Json& value : {Json(-1), Json("x"), Json(nullptr), Json::array({1, "a", nullptr}), Json(1e99)}) {
        CAPTURE(value.dump());
        refused(bent([&](Json& json) { json["scenarios"].back()["order"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["scenarios"].back()["calls"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["scenarios"].back()["inputs"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["scenarios"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["grader"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["grader"]["seed"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["checks"] = value; }), "is no verdict");
        if (value.is_string()) continue;
        refused(bent([&](Json& json) { json["scenarios"].back()["id"] = value; }), "is no verdict");
        refused(bent([&](Json& json) { json["submission"]["file"] = value; }), "is no verdict");
    }
    const auto with_id = [&](Json& json) { json["scenarios"].back()["id"] = "no such scenario"; };
    refused(bent(with_id), "another version wrote the verdict");
}

TEST_CASE("replay: calls that the exercise does not make are refused, whatever they are called with") {
    const Checked checked("weather", right_only_in_order);
    const auto with_calls = [&](const Json& calls) {
        Json json = checked.json;
        json["scenarios"].back()["calls"] = calls;
        return grade({"replay", checked.folder.write("bent.json", json.dump()), checked.file});
    };
    const auto call = [](const std::string& function, const Json& arguments) {
        return Json{{"function", function}, {"arguments", arguments}};
    };
    const std::string words = "calls that this exercise does not make";
    refused(with_calls(Json::array({call("forecast", {{"servers", "many"}})})), words);
    refused(with_calls(Json::array({call("forecast", {{"servers", "1000000000"}, {"budget", "1"}})})), words);
    refused(with_calls(Json::array({call("forecast", {{"servers", "-1"}})})), words);
    refused(with_calls(Json::array({call("forecast", Json::object())})), words);
    refused(with_calls(Json::array({call("system", Json::object())})), words);
    refused(with_calls(Json::array({call("forecast", {{"nonsense", "1"}})})), words);
    refused(with_calls(Json(100'000, call("forecast", {{"servers", "1"}}))), words);
    Json picks = Json{{"choice", 4000000000U}, {"index", 4000000000U}};
    Json json = checked.json;
    json["scenarios"].back()["order"] = Json(200'000, picks);
    refused(grade({"replay", checked.folder.write("bent.json", json.dump()), checked.file}), words);
}

TEST_CASE("replay: brackets within brackets, however many, are no verdict, wherever they are") {
    const TemporaryFolder folder;
    const std::string deep = std::string(10'000'000, '[') + std::string(10'000'000, ']');
    const auto verdict_with = [](const std::string& key, const std::string& value) {
        return R"({"format": "awaitlab-verdict/1", ")" + key + "\": " + value + "}";
    };
    for (const std::string& bytes :
         {deep, deep.substr(0, 10'000'000), verdict_with("scenarios", "[{\"inputs\": " + deep + "}]"),
          verdict_with("checks", "[" + deep + "]"), verdict_with("nonsense", deep),
          verdict_with("scenarios", std::string(9'000'000, '1'))}) {
        refused(grade({"replay", folder.write("deep.json", bytes)}), "is no verdict");
    }
    std::string many = verdict_with("checks", "[" + std::string(12'000'000, '0'));
    for (std::size_t i = many.size() - 11'999'999; i < many.size(); i += 2) many[i] = ',';
    refused(grade({"replay", folder.write("many.json", many + "]}")}), "is no verdict");
    std::filesystem::resize_file(folder.write("long.json", "{"), (64 << 20) + 1);
    refused(grade({"replay", folder / "long.json"}), "larger than 64 MB");
}

TEST_CASE("replay: a file that a verdict names is read only where it is a regular one below the verdict's folder") {
    const Checked checked("weather", right_only_in_order);
    const TemporaryFolder folder;
    const auto about = [&](const std::string& file, const std::string& sha256) {
        Json json = checked.json;
        json["submission"]["file"] = file;
        json["submission"]["sha256"] = sha256;
        return grade({"replay", folder.write("a/b/verdict.json", json.dump())});
    };
    const std::string sha256 = checked.json["submission"]["sha256"];
    const std::string source = bytes_of_file(checked.file);
    folder.write("a/b/c/weather.cpp", source);
    CHECK(about("c/weather.cpp", sha256).exit_code == 0);
    folder.write("a/outside.cpp", source);
    REQUIRE(::mkfifo((folder / "a/b/fifo.cpp").c_str(), 0600) == 0);
    std::filesystem::create_symlink(checked.file, folder / "a/b/link.cpp");
    for (const std::string& file :
         {std::string("../outside.cpp"), folder / "a/outside.cpp", std::string("fifo.cpp"), std::string("link.cpp"),
          std::string("/dev/zero"), std::string("c"), std::string("."), std::string(),
          std::string("weather.cpp\0.cpp", 16), std::string(10'000, 'x')}) {
        CAPTURE(file);
        refused(about(file, sha256), "was not found, or has changed since");
    }
    // Of nothing at all, as a device that ends at once would give it.
    refused(about("/dev/null", std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
            "was not found");
    refused(grade({"replay", checked.verdict, folder / "a/b/fifo.cpp"}), "is no regular file");
    refused(grade({"replay", folder / "a/b/fifo.cpp"}), "is no regular file");
    refused(grade({"replay", checked.verdict, "/dev/zero"}), "is no regular file");
}

TEST_CASE("replay: what a verdict says is quoted short, and with its control characters written out") {
    const TemporaryFolder folder;
    const Json odd = {{"format", "awaitlab-verdict/1"}, {"exercise", "\u009b\u202e" + std::string(100'000, 'x')}};
    const Said said = grade({"replay", folder.write("odd.json", odd.dump())});
    refused(said, "There is no exercise \\u009b\\u202exxx");
    CHECK(said.error.size() < 200);
}
