#include "grader/verdict/verdict.hpp"

namespace grader {

const char* word(Outcome outcome) {
    switch (outcome) {
        case Outcome::passed:
            return "passed";
        case Outcome::failed:
            return "failed";
        case Outcome::not_started:
            return "not_started";
        case Outcome::compile_error:
            return "compile_error";
        case Outcome::compile_limit:
            return "compile_limit";
        case Outcome::invalid_submission:
            return "invalid_submission";
        case Outcome::crashed:
            return "crashed";
        case Outcome::deadlocked:
            return "deadlocked";
        case Outcome::timed_out:
            return "timed_out";
        case Outcome::memory_limit:
            return "memory_limit";
        case Outcome::output_limit:
            return "output_limit";
        case Outcome::exited_early:
            return "exited_early";
        case Outcome::broke_protocol:
            return "broke_protocol";
        case Outcome::forbidden:
            return "forbidden";
        case Outcome::internal_error:
            return "internal_error";
    }
    return "internal_error";
}

const char* word(CheckStatus status) {
    switch (status) {
        case CheckStatus::passed:
            return "passed";
        case CheckStatus::failed:
            return "failed";
        case CheckStatus::skipped:
            return "skipped";
    }
    return "skipped";
}

const char* word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

}  // namespace grader
