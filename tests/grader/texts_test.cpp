#include "grader/texts/catalogues.hpp"
#include "grader/texts/duration_text.hpp"
#include "grader/texts/text.hpp"
#include "tests/grader/cpp_literals.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

using grader::Language;
using grader::Text;

namespace {

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const char* top : {"grader", "runtime"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(AWAITLAB_SOURCE_DIR) / top)) {
            const fs::path extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp") found.push_back(entry.path());
        }
    }
    return found;
}

std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// The holes of a sentence, such as {0} and {1}, each once.
std::set<std::string> holes(const std::string& sentence) {
    std::set<std::string> found;
    for (std::size_t at = 0; at + 2 < sentence.size(); ++at) {
        if (sentence[at] == '{' && sentence[at + 1] == '{') {
            ++at;
        } else if (sentence[at] == '{') {
            found.insert(sentence.substr(at, sentence.find('}', at) - at + 1));
        }
    }
    return found;
}

/// Whether there is a word to translate beside the holes.
bool has_words(const std::string& sentence) {
    bool in_hole = false;
    return std::ranges::any_of(sentence, [&](unsigned char c) {
        if (c == '{') in_hole = true;
        if (c == '}') in_hole = false;
        return !in_hole && std::isalpha(c) != 0;
    });
}

}  // namespace

TEST_CASE("texts: every sentence of the grader is in every language's file") {
    int seen = 0;
    for (const fs::path& path : sources()) {
        if (path.filename() == "text.hpp") continue;
        for (const std::string& sentence : cpp_literals::first_arguments(content(path), "say")) {
            ++seen;
            if (!has_words(sentence)) continue;
            for (const grader::CatalogueFile& file : grader::catalogue_files) {
                const auto json = nlohmann::json::parse(file.json);
                CHECK_MESSAGE(json.at("sentences").contains(sentence), file.name, ".json lacks \"", sentence,
                              "\" of ", path.string());
            }
        }
    }
    CHECK(seen > 300);
}

TEST_CASE(
    "texts: a language's file has no sentence that nobody says, and each has the holes of the English one") {
    std::set<std::string> said;
    for (const fs::path& path : sources()) said.merge(cpp_literals::all(content(path)));
    for (const grader::CatalogueFile& file : grader::catalogue_files) {
        const auto json = nlohmann::json::parse(file.json);
        CHECK(json.at("sentences").size() > 300);
        for (const auto& [english, translation] : json.at("sentences").items()) {
            CHECK_MESSAGE(said.contains(english), file.name, ".json has \"", english,
                          "\", which nobody says");
            const auto forms = translation.is_array() ? translation : nlohmann::json::array({translation});
            for (const auto& form : forms)
                CHECK_MESSAGE(holes(form.get<std::string>()) == holes(english), file.name,
                              ".json: ", english);
        }
    }
}

TEST_CASE("texts: what has no translation is said in English") {
    CHECK(grader::say("{0} which no file has", 1).in(french()) == "1 which no file has");
    CHECK(Text("the same").in(french()) == "the same");
    CHECK(Text().in(french()).empty());
    CHECK(bilingual("only this", "").in(french()) == "only this");
    CHECK_FALSE(bilingual("only this", "").is_in(french()));
    CHECK(Text("the same").is_in(french()));
}

TEST_CASE("texts: a language that counts otherwise has its own singular") {
    const auto points = [](int number) {
        return grader::say(", {0} of {1} points", number, 10).in(french());
    };
    CHECK(points(0) == ", 0 point sur 10");
    CHECK(points(1) == ", 1 point sur 10");
    CHECK(points(2) == ", 2 points sur 10");
    CHECK(Language::english.is_singular(1));
    CHECK_FALSE(Language::english.is_singular(0));
}

TEST_CASE("texts: an argument that is a text is read in the language of the sentence") {
    CHECK(grader::say("{0} alone", grader::say("{0} alone", "f()")).in(french()) == "f() seule seule");
}

TEST_CASE("texts: languages are found by their names") {
    CHECK(Language::all().front() == Language::english);
    CHECK(Language::named("en") == Language::english);
    CHECK(Language::named("fr")->name() == "fr");
    CHECK_FALSE(Language::named("FR").has_value());
    CHECK_FALSE(Language::named("").has_value());
}

TEST_CASE("texts: a duration is told exactly, in the unit that suits it") {
    using namespace std::chrono_literals;
    const auto english = [](std::chrono::nanoseconds time) {
        return grader::duration_text(time).in(Language::english);
    };
    CHECK(english(0s) == "0 s");
    CHECK(english(1700ms) == "1.7 s");
    CHECK(grader::duration_text(1700ms).in(french()) == "1,7 s");
    CHECK(english(100ms) == "0.1 s");
    CHECK(english(99ms) == "99 ms");
    CHECK(english(1050us) == "1.05 ms");
    CHECK(english(999us) == "999 µs");
    CHECK(english(1500ns) == "1.5 µs");
    CHECK(english(7ns) == "7 ns");
    CHECK(english(1s + 1ns) == "1.000000001 s");
    CHECK(english(-1500ms) == "-1.5 s");
    CHECK(english(std::chrono::nanoseconds::min()) == "-9223372036.854775808 s");
}
