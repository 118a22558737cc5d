#include "grader/report/words.hpp"

#include <fmt/format.h>

namespace grader {

Text plain_words(Outcome outcome) {
    switch (outcome) {
        case Outcome::passed:
            return say("passed");
        case Outcome::failed:
            return say("not there yet");
        case Outcome::not_started:
            return say("not started yet");
        case Outcome::compile_error:
            return say("does not compile");
        case Outcome::compile_limit:
            return say("takes too much to compile");
        case Outcome::invalid_submission:
            return say("cannot be graded");
        case Outcome::crashed:
            return say("crashed");
        case Outcome::deadlocked:
            return say("waits for ever");
        case Outcome::timed_out:
            return say("does not come to an end");
        case Outcome::memory_limit:
            return say("uses too much memory");
        case Outcome::output_limit:
            return say("prints too much");
        case Outcome::exited_early:
            return say("left before the end");
        case Outcome::broke_protocol:
            return say("confused the grader");
        case Outcome::forbidden:
            return say("did what is not allowed here");
        case Outcome::internal_error:
            return say("the grader failed, not you");
    }
    return say("the grader failed, not you");
}

std::string Paint::painted(std::string_view code, std::string_view text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace grader
