#include "grader/exercise/measures.hpp"

#include "grader/exercise/input.hpp"
#include "grader/texts/duration_text.hpp"

namespace grader {

namespace {

/// Whether the result is a list: for a list the process also reports the length.
bool is_list(const CallSpan& call, const std::string& name) { return !call.result(name + ".size").empty(); }

/// A result as people read it.
Text shown(const CallSpan& call, const std::string& name) {
    const std::vector<std::string> all = call.all_results(name);
    Text words;
    if (is_list(call, name) && all.empty()) return say("an empty list");
    for (const std::string& one : all) {
        const Quantity quantity = read_quantity(one);
        const Text text =
            quantity.kind == Quantity::Kind::time ? duration_text(Time(quantity.value())) : Text(one);
        words = joined(words, ", ", text);
        if (words.in(Language::english).size() > 200) return say("{0}, …", words);
    }
    return words;
}

Finding gave(const CallSpan& call, const std::string& name, const Text& instead_of) {
    return fails(say("{0} gave \"{1}\" instead of {2}", call.function, shown(call, name), instead_of),
                 call.end);
}

Text quoted(const std::string& text) { return say("\"{0}\"", text); }

}  // namespace

Finding gives_text(const CallSpan& call, const std::string& name, const std::string& text) {
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const std::vector<std::string> all = call.all_results(name);
    if (!is_list(call, name) && all.size() == 1 && all.front() == text) return holds();
    const Quantity wanted = read_quantity(text);
    return gave(call, name,
                wanted.kind == Quantity::Kind::time ? duration_text(Time(wanted.value())) : quoted(text));
}

Finding gives_part(const CallSpan& call, const std::string& name, const std::string& part) {
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const std::vector<std::string> all = call.all_results(name);
    if (all.size() == 1 && all.front().find(part) != std::string::npos) return holds();
    return gave(call, name, say("a text with \"{0}\" in it", part));
}

Finding gives_each(const CallSpan& call, const std::string& name, const std::vector<std::string>& wanted,
                   bool whole) {
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const std::vector<std::string> all = call.all_results(name);
    if (!is_list(call, name)) return gave(call, name, say("a list of {0}", wanted.size()));
    if (all.size() != wanted.size()) {
        return fails(say("{0} gave {1} answers instead of {2}", call.function, all.size(), wanted.size()),
                     call.end);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (whole ? all[i] == wanted[i] : all[i].find(wanted[i]) != std::string::npos) continue;
        return fails(say("answer {0} should be the one of \"{1}\", and is \"{2}\"", i + 1, wanted[i], all[i]),
                     call.end);
    }
    return holds();
}

}  // namespace grader
