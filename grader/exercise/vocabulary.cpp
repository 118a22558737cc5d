#include "grader/exercise/vocabulary.hpp"

#include "grader/exercise/tried_formula.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace grader {

namespace {

/// Those of the calls that this expectation is for.
Trial narrowed(const JsonValue& entry, const Trial& trial, Reading& reading) {
    const JsonValue* functions = entry.find("for");
    const JsonValue* when = entry.find("when");
    if (functions == nullptr && when == nullptr) return trial;
    Trial its = trial;
    its.calls.clear();
    const std::vector<std::string> names =
        functions == nullptr ? std::vector<std::string>() : reading.texts(*functions);
    const std::string condition = reading.text_or(entry, "when", "");
    for (const TriedCall* call : trial.calls) {
        if (!names.empty() && std::ranges::find(names, call->function) == names.end()) continue;
        if (try_condition(when == nullptr ? entry : *when, condition, call->facts, reading))
            its.calls.push_back(call);
    }
    if (its.calls.empty()) reading.complain(entry, say("no call that is drawn is ever like this"));
    return its;
}

}  // namespace

Expectation read_expectation(const JsonValue& entry, const Trial& trial, Reading& reading) {
    const bool is_fault = entry.find("no") != nullptr;
    const std::string_view key = is_fault ? "no" : "measure";
    std::vector<Word> words = is_fault ? words_for_faults() : words_about_waits();
    if (!is_fault) std::ranges::copy(words_about_calls(), std::back_inserter(words));
    const JsonValue& named = reading.needed(entry, key);
    const std::string name = reading.text(named);
    const auto word = std::ranges::find(words, name, &Word::name);
    if (word == words.end()) {
        std::vector<std::string_view> known;
        for (const Word& one : words) known.push_back(one.name);
        reading.complain(named, say("there is no measure {0}; it may be {1}", name, fmt::join(known, ", ")));
        return {};
    }
    std::vector<std::string_view> allowed{key, "for", "when"};
    std::ranges::copy(word->arguments, std::back_inserter(allowed));
    reading.only(entry, allowed);
    const Trial its_trial = narrowed(entry, trial, reading);
    Arguments arguments(entry, its_trial, reading);
    Expectation read = word->read(arguments);
    if (const JsonValue* functions = entry.find("for")) read.functions = reading.texts(*functions);
    read.when = reading.text_or(entry, "when", "");
    return reading.ok() ? read : Expectation();
}

}  // namespace grader
