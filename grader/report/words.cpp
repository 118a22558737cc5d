#include "grader/report/words.hpp"

#include <fmt/format.h>

namespace grader {

Text plain_words(Outcome outcome) {
    switch (outcome) {
        case Outcome::passed:
            return Text("passed", "réussi");
        case Outcome::failed:
            return Text("not there yet", "pas encore");
        case Outcome::not_started:
            return Text("not started yet", "pas encore commencé");
        case Outcome::compile_error:
            return Text("does not compile", "ne compile pas");
        case Outcome::compile_limit:
            return Text("takes too much to compile", "demande trop pour être compilé");
        case Outcome::invalid_submission:
            return Text("cannot be graded", "ne peut pas être noté");
        case Outcome::crashed:
            return Text("crashed", "a planté");
        case Outcome::deadlocked:
            return Text("waits for ever", "attend pour toujours");
        case Outcome::timed_out:
            return Text("does not come to an end", "n'en finit pas");
        case Outcome::memory_limit:
            return Text("uses too much memory", "prend trop de mémoire");
        case Outcome::output_limit:
            return Text("prints too much", "affiche trop de texte");
        case Outcome::exited_early:
            return Text("left before the end", "a quitté avant la fin");
        case Outcome::broke_protocol:
            return Text("confused the grader", "a embrouillé le correcteur");
        case Outcome::forbidden:
            return Text("did what is not allowed here", "a fait ce qui n'est pas permis ici");
        case Outcome::internal_error:
            return Text("the grader failed, not you", "le correcteur a échoué, pas vous");
    }
    return Text("the grader failed, not you", "le correcteur a échoué, pas vous");
}

std::string time_text(Microseconds time, Language language) {
    const long long count = time.count();
    const unsigned long long size =
        count < 0 ? 0ULL - static_cast<unsigned long long>(count) : static_cast<unsigned long long>(count);
    const unsigned long long unit = size == 0 || size >= 100'000 ? 1'000'000 : size >= 1'000 ? 1'000 : 1;
    const char* name = unit == 1'000'000 ? "s" : unit == 1'000 ? "ms" : "µs";

    std::string number = fmt::format("{}{}", count < 0 ? "-" : "", size / unit);
    if (size % unit != 0) {
        number += fmt::format("{}{:0{}}", language == Language::french ? ',' : '.', size % unit,
                              unit == 1'000'000 ? 6 : 3);
        number.erase(number.find_last_not_of('0') + 1);
    }
    return number + ' ' + name;
}

std::string Paint::painted(std::string_view code, std::string_view text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace grader
