#include "grader/report/explanations.hpp"
#include "grader/texts/catalogues.hpp"
#include "grader/verdict/outcome.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace grader;

TEST_CASE("explain: every outcome has an explanation, with its plain words as title") {
    for (const OutcomeType& type : outcome_types) {
        const Explanation* found = explanation_of(type.word);
        REQUIRE_MESSAGE(found != nullptr, type.word);
        CHECK(std::string(found->title) == type.plain);
    }
}

TEST_CASE("explain: every word is there once, and all its sentences are in every language") {
    const std::vector<std::string> words = explained_words();
    CHECK(std::set<std::string>(words.begin(), words.end()).size() == words.size());
    for (const CatalogueFile& file : catalogue_files) {
        const auto sentences = nlohmann::json::parse(file.json).at("sentences");
        for (const ExplanationGroup& group : explanation_groups()) {
            CHECK_MESSAGE(sentences.contains(group.title), group.title);
            for (const Explanation& one : group.explanations) {
                for (const char* sentence : {one.title, one.what, one.next})
                    CHECK_MESSAGE(sentences.contains(sentence), file.name, ".json lacks \"", sentence, "\"");
            }
        }
    }
}

TEST_CASE("explain: a word is found by its name or its title, however it is spelt") {
    CHECK(explanation_of("deadlocked") == explanation_of("waits for ever"));
    CHECK(explanation_of("Never-Awaited") == explanation_of("never_awaited"));
    CHECK(explanation_of("toaster") == nullptr);
    CHECK(explanation_of("") == nullptr);
}
