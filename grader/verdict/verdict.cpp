#include "grader/verdict/verdict.hpp"

namespace grader {

const char* word(CheckStatus status) {
    switch (status) {
        case CheckStatus::passed: return "passed";
        case CheckStatus::failed: return "failed";
        case CheckStatus::skipped: return "skipped";
    }
    return "skipped";
}

const char* word(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

const char* word(SpanEntry::Kind kind) {
    switch (kind) {
        case SpanEntry::Kind::sleep: return "sleep";
        case SpanEntry::Kind::blocked: return "blocked";
        case SpanEntry::Kind::held: break;
    }
    return "held";
}

}  // namespace grader
