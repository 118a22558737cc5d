#include "grader/report/paint.hpp"
#include "grader/report/text.hpp"
#include "grader/report/utf8.hpp"
#include "grader/report/verdict_parts.hpp"

#include <fmt/format.h>

namespace grader {
namespace {

/// With more verdicts than these, a screen is too long to read: then only the table is shown.
constexpr std::size_t shown_in_full = 6;

/// The end of a name, with … before it if it is wider than `most` columns: the part in which two files differ
/// is there.
std::string end_of(std::string name, std::size_t most) {
    if (columns(name) <= most) return name;
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    while (columns(name) >= most) {
        std::size_t next = 1;
        while (next < name.size() && continues(name[next])) ++next;
        name.erase(0, next);
    }
    return "…" + name;
}

/// "  parcel    passed   10 of 10"; without the outcome where there is no room for it.
std::string table_line(const Verdict& verdict, std::size_t width) {
    const Language language = verdict.grader.language;
    const std::string name =
        visible(verdict.submission.file.empty() ? verdict.exercise : verdict.submission.file);
    const std::string outcome = plain_words(verdict.outcome).in(language);
    const std::string points = say("{0} of {1}", verdict.points, verdict.max_points).in(language);
    if (width < 80) {
        const std::size_t room = width - 15;
        return fmt::format("  {} {:>12}\n", padded(end_of(name, room), room), points);
    }
    return fmt::format("  {} {} {:>12}\n", padded(end_of(name, 29), 30), padded(outcome, 34), points);
}

}  // namespace

std::string report_text(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources,
                        const TextOptions& options) {
    const Language language = language_of(verdicts);
    std::string text;
    std::string table;
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        const Verdict& verdict = verdicts[index];
        if (verdicts.size() <= shown_in_full) {
            text +=
                verdict_text(verdict, index < sources.size() ? sources[index] : std::string_view{}, options);
            text += '\n';
        }
        table += table_line(verdict, options.width);
    }
    if (verdicts.size() > 1) {
        text += table + '\n';
        if (verdicts.size() > shown_in_full) {
            text += say("To see one of them in full: grade check FILE").in(language) + "\n\n";
        }
    }
    const Score sum = score_of(verdicts);
    const Text score = say("Score: {0} of {1}", sum.points, sum.max_points);
    text += Paint(options.colour).strong(score.in(language)) + '\n';
    return options.ascii ? in_ascii(text) : text;
}

}  // namespace grader
