#include "grader/commands/commands.hpp"
#include "grader/compile/advice.hpp"
#include "grader/report/complain.hpp"
#include "grader/report/explanations.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace grader {

namespace {

constexpr std::size_t width = 80;

void tell_wrapped(const std::string& indent, const Text& text, Language language) {
    for (const std::string& line : wrapped(text.in(language), width - indent.size())) tell(indent + line);
}

void tell_all_words(Language language) {
    for (const ExplanationGroup& group : explanation_groups()) {
        tell(say(group.title).in(language));
        for (const Explanation& one : group.explanations)
            tell(fmt::format("  {}{}", padded(one.word, 22), say(one.title).in(language)));
        tell("");
    }
    tell(say("grade explain WORD says more about one of them.").in(language));
}

void tell_one(const Explanation& one, Language language) {
    tell(one.word + language.colon() + say(one.title).in(language));
    tell("");
    tell_wrapped("  ", say(one.what), language);
    tell("");
    tell_wrapped("  ", say(one.next), language);
    if (*one.example != '\0') tell("");
    for (const std::string& line : lines_of(one.example)) tell("      " + line);
}

int explain(const std::vector<std::string>& words, Language language) {
    const std::string word = fmt::format("{}", fmt::join(words, " "));
    if (words.empty()) {
        tell_all_words(language);
        return 0;
    }
    if (const Explanation* one = explanation_of(word)) {
        tell_one(*one, language);
        return 0;
    }
    // Perhaps it is what the compiler said.
    Diagnostic said;
    said.message = word;
    if (const Text advice = advice_on({said}); !advice.empty()) {
        tell_wrapped("", advice, language);
        return 0;
    }
    const auto meant = nearest(word, explained_words());
    return complain(
        Failure(Failure::Fault::caller,
                meant ? say("nothing explains {0}: did you mean {1}?", word, *meant)
                      : say("nothing explains {0}; grade explain shows the words that it knows", word)),
        language);
}

}  // namespace

Action explain_command(Command& command) {
    const auto words = std::make_shared<std::vector<std::string>>();
    command.describe(say("explains an outcome, a mistake, a compiler's message"));
    command.argument(
        say("WORD"), *words,
        say("such as deadlocked, or a message of the compiler's; without one, all that it knows"));
    command.end_page(say("  grade explain deadlocked\n  grade explain \"cannot be a coroutine\""));
    return [words, language = command.language()] { return explain(*words, language); };
}

}  // namespace grader
