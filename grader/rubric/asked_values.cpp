#include "grader/rubric/asked_values.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <variant>

namespace grader {

namespace {

bool is_name(const std::string& text) {
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

/// Whether `word` stands in `text` by itself.
bool has_word(const std::string& text, const std::string& word) {
    const auto is_part = [&](std::size_t at) {
        return at < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        if ((at == 0 || !is_part(at - 1)) && !is_part(at + word.size())) return true;
    }
    return false;
}

}  // namespace

std::int64_t Formula::value(const Timeline& here, std::size_t call) const {
    const auto evaluated = evaluate(text_, here.scenario->script.calls.at(call).arguments);
    const auto* quantity = std::get_if<Quantity>(&evaluated);
    return quantity == nullptr ? 0 : quantity->value;  // it was tried when the rubric was read
}

Bounds Range::bounds(const Timeline& here, std::size_t call) const {
    Bounds bounds;
    if (least) bounds.least = least->value(here, call);
    if (most) bounds.most = most->value(here, call);
    return bounds;
}

Text Range::words() const {
    if (!most) return say("at least {0}", "au moins {0}", least->words());
    if (!least) return say("at most {0}", "au plus {0}", most->words());
    if (least->text() == most->text()) return say("exactly {0}", "exactement {0}", least->words());
    return say("{0} to {1}", "{0} à {1}", least->words(), most->words());
}

Group Selection::choose(const Timeline& here, std::size_t call) const {
    if (lengths.empty() && functions.empty()) return {all_waits(here, call), words()};
    Group group{{}, words()};
    std::vector<Time> chosen;
    for (const Formula& length : lengths) {
        if (std::ranges::find(chosen, length.time(here, call)) != chosen.end()) continue;
        chosen.push_back(length.time(here, call));
        std::ranges::copy(waits_of_length(here, call, chosen.back()), std::back_inserter(group.waits));
    }
    // One may be of such a length and in such a function, too.
    std::set<std::size_t> there;
    for (const Wait& wait : group.waits) there.insert(wait.index);
    for (const Wait& wait : here.waits_in(call)) {
        const bool is_asked_for = std::ranges::find(functions, wait.coroutine) != functions.end();
        if (is_asked_for && !there.contains(wait.index)) group.waits.push_back(wait);
    }
    return group;
}

Text Selection::words() const {
    std::string what;
    for (const Formula& length : lengths) what += (what.empty() ? "" : ", ") + length.text();
    for (const std::string& function : functions) what += (what.empty() ? "" : ", ") + function;
    return what.empty() ? Text("waits", "attentes") : say("waits of {0}", "attentes de {0}", what);
}

std::optional<Text> Arguments::wrong(const std::string& formula, Kind kind) const {
    for (const Scenario* scenario : trial_.scenarios) {
        for (const protocol::Call& call : scenario->script.calls) {
            const auto evaluated = evaluate(formula, call.arguments);
            if (const auto* complaint = std::get_if<Text>(&evaluated)) {
                return say("\"{0}\": {1}", "« {0} » : {1}", formula, *complaint);
            }
            if (std::get<Quantity>(evaluated).is_time == (kind == Kind::time)) continue;
            return kind == Kind::time ? say("\"{0}\": a time belongs here, such as 1.5s",
                                            "« {0} » : un temps est attendu ici, par exemple 1.5s", formula)
                                      : say("\"{0}\": a number belongs here, and not a time",
                                            "« {0} » : un nombre est attendu ici, et non un temps", formula);
        }
    }
    return std::nullopt;
}

Formula Arguments::read_formula(const Entry& entry, Kind kind) {
    const std::string text =
        entry.kind == Entry::Kind::number ? std::to_string(entry.number) : reading_.text(entry);
    if (const auto complaint = reading_.ok() ? wrong(text, kind) : std::nullopt)
        reading_.complain(entry, *complaint);
    return Formula(text);
}

Formula Arguments::formula(std::string_view key, Kind kind) {
    return read_formula(reading_.needed(entry_, key), kind);
}

Range Arguments::range(Kind kind) {
    const auto read = [&](std::string_view key) -> std::optional<Formula> {
        const Entry* found = entry_.find(key);
        return found == nullptr ? std::nullopt : std::optional(read_formula(*found, kind));
    };
    const auto exactly = read("exactly");
    Range range{read("at_least"), read("at_most")};
    if ((range.least || range.most) == exactly.has_value()) {
        reading_.complain(entry_, {"\"exactly\" is needed, or else \"at_least\", \"at_most\" or both of them",
                                   "il faut « exactly », ou bien « at_least », « at_most » ou les deux"});
        return {Formula(), Formula()};
    }
    return exactly ? Range{exactly, exactly} : range;
}

Selection Arguments::selection(std::string_view key) {
    Selection selection;
    const Entry* found = entry_.find(key);
    if (found == nullptr) return selection;
    for (const std::string& one : reading_.texts(*found)) {
        const auto complaint = wrong(one, Kind::time);
        if (!complaint) {
            selection.lengths.emplace_back(one);
        } else if (is_name(one) && has_word(trial_.header, one)) {
            selection.functions.push_back(one);
        } else {
            reading_.complain(*found, say("{0} (nor is it a function of the header)",
                                          "{0} (et ce n'est pas une fonction de l'en-tête)", *complaint));
        }
    }
    return selection;
}

std::string Arguments::text(std::string_view key) { return reading_.text(reading_.needed(entry_, key)); }

std::vector<std::string> Arguments::texts(std::string_view key) {
    const Entry* found = entry_.find(key);
    return found == nullptr ? std::vector<std::string>() : reading_.texts(*found);
}

bool Arguments::one_of(const std::vector<std::pair<std::string_view, bool>>& keys) {
    std::string names;
    for (const auto& [name, there] : keys) names += (names.empty() ? "" : ", ") + std::string(name);
    if (std::ranges::count_if(keys, [](const auto& key) { return key.second; }) != 1) {
        reading_.complain(entry_, say("exactly one of these is needed: {0}",
                                      "il faut exactement un de ceux-ci : {0}", names));
    }
    return keys.front().second;
}

void Arguments::needs_cancellation() {
    for (const Scenario* scenario : trial_.scenarios) {
        if (scenario->cancel_at) continue;
        reading_.complain(entry_, say("nobody cancels in the scenario \"{0}\": give that one a cancel_at",
                                      "personne n'annule dans le scénario « {0} » : donnez-lui un cancel_at",
                                      scenario->id));
    }
}

}  // namespace grader
