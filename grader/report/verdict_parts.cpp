#include "grader/report/verdict_parts.hpp"

namespace grader {

std::string name_of(const Verdict& verdict) {
    const std::string& file = verdict.submission.file;
    if (verdict.exercise.empty()) return file;
    if (file.empty() || file == verdict.exercise + ".cpp") return verdict.exercise;
    return verdict.exercise + " (" + file + ")";
}

const char* mark(CheckStatus status) {
    switch (status) {
        case CheckStatus::passed: return "✓";
        case CheckStatus::failed: return "✗";
        case CheckStatus::skipped: break;
    }
    return "–";
}

Language language_of(const std::vector<Verdict>& verdicts) {
    return verdicts.empty() ? Language::english : verdicts.front().grader.language;
}

Score score_of(const std::vector<Verdict>& verdicts) {
    Score score;
    for (const Verdict& verdict : verdicts) {
        score.points += verdict.points;
        score.max_points += verdict.max_points;
    }
    return score;
}

}  // namespace grader
