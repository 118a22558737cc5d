#include "grader/texts/language.hpp"

#include "grader/texts/catalogues.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace grader {

namespace {

/// A sentence where it counts one, and where it counts many.
struct Sentence {
    std::string one;
    std::string many;
};

/// A language's file, read.
struct Catalogue {
    std::string name;
    std::string decimal_mark;
    std::string colon;
    std::set<long long> singular;  ///< the numbers that take the singular
    std::map<std::string, Sentence, std::less<>> sentences;
};

std::vector<Catalogue> read_catalogues() {
    std::vector<Catalogue> all{{"en", ".", ": ", {1}, {}}};
    for (const CatalogueFile& file : catalogue_files) {
        const auto json = nlohmann::json::parse(file.json);
        Catalogue& read = all.emplace_back(
            Catalogue{file.name, json.at("decimal mark"), json.at("colon"), json.at("singular"), {}});
        for (const auto& [english, sentence] : json.at("sentences").items()) {
            const bool counts = sentence.is_array();
            read.sentences[english] = {counts ? sentence.at(0) : sentence,
                                       counts ? sentence.at(1) : sentence};
        }
    }
    return all;
}

const std::vector<Catalogue>& catalogues() {
    static const std::vector<Catalogue> all = read_catalogues();
    return all;
}

}  // namespace

const std::vector<Language>& Language::all() {
    static const std::vector<Language> languages = [] {
        std::vector<Language> found;
        for (std::size_t place = 0; place < catalogues().size(); ++place) found.push_back(Language(place));
        return found;
    }();
    return languages;
}

std::optional<Language> Language::named(std::string_view name) {
    const auto found = std::ranges::find(all(), name, &Language::name);
    return found == all().end() ? std::nullopt : std::optional(*found);
}

const std::string& Language::name() const { return catalogues()[index_].name; }

const std::string& Language::decimal_mark() const { return catalogues()[index_].decimal_mark; }

const std::string& Language::colon() const { return catalogues()[index_].colon; }

std::string_view Language::translated(std::string_view sentence, long long number) const {
    const auto& sentences = catalogues()[index_].sentences;
    const auto found = sentences.find(sentence);
    if (found == sentences.end()) return sentence;
    return is_singular(number) ? found->second.one : found->second.many;
}

bool Language::is_singular(long long number) const { return catalogues()[index_].singular.contains(number); }

}  // namespace grader
