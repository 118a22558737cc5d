#include "grader/verdict/outcome.hpp"
#include "grader/texts/catalogues.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

using namespace grader;

namespace {

std::string page(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(AWAITLAB_SOURCE_DIR "/" + path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every outcome has a word and plain words of its own, the latter in every language") {
    std::set<std::string> words;
    std::set<std::string> plain;
    for (const OutcomeType& type : outcome_types) {
        words.insert(type.word);
        plain.insert(type.plain);
        for (const CatalogueFile& file : catalogue_files) {
            CHECK_MESSAGE(nlohmann::json::parse(file.json).at("sentences").contains(type.plain), file.name,
                          ".json lacks \"", type.plain, "\"");
        }
    }
    CHECK(words.size() == outcome_types.size());
    CHECK(plain.size() == outcome_types.size());
}

TEST_CASE("the grader's page explains every outcome") {
    const std::string text = page("grader/README.md");
    const std::string table = text.substr(text.find("## Outcomes"));
    for (const OutcomeType& type : outcome_types) {
        CHECK_MESSAGE(table.find("`" + std::string(type.word) + "`") != std::string::npos, type.word);
    }
}
