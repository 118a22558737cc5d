#include "grader/exercise/exercise.hpp"

#include "grader/exercise/scenarios.hpp"

#include <algorithm>
#include <iterator>

namespace grader {

std::string Exercise::include_path() const {
    return "exercises/" + std::filesystem::path(header_name).stem().string() + "/" + header_name;
}

std::vector<Scenario> Exercise::scenarios(std::uint64_t seed) const {
    std::vector<Scenario> all = of_statement;
    std::ranges::move(make_all(usual_scenarios(functions, compares_with_alone, seed)),
                      std::back_inserter(all));
    return all;
}

std::vector<Scenario> Exercise::drawn(std::uint64_t seed) const {
    return make_all(drawn_scenarios(functions, compares_with_alone, how_many_drawn, seed));
}

std::vector<Scenario> Exercise::simpler(const Scenario& scenario) const {
    const bool is_known = std::ranges::find(of_statement, scenario.id, &Scenario::id) != of_statement.end();
    if (is_known) return {};  // the reader knows the statement's scenarios
    return simpler_scenarios(scenario, functions);
}

std::string statement_page(Language language) {
    return language == Language::english ? "README.md" : "README." + language.name() + ".md";
}

bool may_be_exercise_name(const std::string& name) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= 40 && is_letter(name.front()) &&
           std::ranges::all_of(name,
                               [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace grader
