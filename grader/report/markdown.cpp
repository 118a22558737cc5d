#include "grader/report/markdown.hpp"

#include "grader/report/diagnostics_text.hpp"
#include "grader/report/picture.hpp"
#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"
#include "grader/report/verdict_parts.hpp"
#include "grader/texts/duration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace grader {

namespace {

/// Text in a line: each character that could mean something to Markdown or HTML is escaped.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : visible(text)) {
        if (c == '<') {
            safe += "&lt;";
            continue;
        }
        if (std::string_view("\\`*_{}[]()#+-.!|>~&@:").find(c) != std::string_view::npos) safe += '\\';
        safe += c;
    }
    return safe;
}

/// Lines in a block of code, whose fence is longer than any in them.
std::string fenced(const std::vector<std::string>& lines) {
    std::size_t longest = 2;
    for (const std::string& line : lines) {
        std::size_t ticks = 0;
        for (const char c : line) {
            ticks = c == '`' ? ticks + 1 : 0;
            longest = std::max(longest, ticks);
        }
    }
    const std::string fence(longest + 1, '`');
    std::string text = fence + "text\n";
    for (const std::string& line : lines) text += line + '\n';
    return text + fence + "\n";
}

class Section {
public:
    Section(const Verdict& verdict, std::string_view source)
        : verdict_(verdict), source_(source), language_(verdict.grader.language) {}

    std::string written() {
        heading();
        checks();
        diagnostics();
        if (const Check* check = first_failed(verdict_)) next_step(*check);
        return std::move(text_);
    }

private:
    std::string in(const Text& text) const { return text.in(language_); }

    void heading() {
        text_ += fmt::format("### {}{}{}{}\n", escaped(name_of(verdict_)), language_.colon(),
                             in(plain_words(verdict_.outcome)),
                             in(say(", {0} of {1} points", verdict_.points, verdict_.max_points)));
        if (!verdict_.reason.empty()) text_ += "\n" + escaped(in(verdict_.reason)) + "\n";
    }

    void checks() {
        if (verdict_.checks.empty()) return;
        text_ += fmt::format("\n| | {} | {} |\n|---|---|---|\n", in(say("check")), in(say("points")));
        for (const Check& check : verdict_.checks) {
            text_ += fmt::format("| {} | {} | {} |\n", mark(check.status), escaped(in(check.title)),
                                 in(say("{0} of {1}", check.points, check.max_points)));
        }
    }

    void diagnostics() {
        const std::vector<std::string> lines =
            diagnostics_text(verdict_.diagnostics, source_, language_, Paint(false));
        if (!lines.empty()) text_ += "\n" + fenced(lines);
    }

    void next_step(const Check& check) {
        const ShownScenario shown = shown_scenario(verdict_);
        if (shown.scenario != nullptr) {
            const std::vector<std::string> lines = picture(*shown.scenario, shown.moment, language_);
            if (!lines.empty()) text_ += "\n" + fenced(lines);
        }
        text_ += fmt::format("\n**{}{}**\n\n", in(say("Next step: ")), escaped(in(check.title)));
        fact(say("expected"), in(check.expected));
        fact(say("seen"), in(check.observed));
        std::string where;
        if (check.location) where = fmt::format("{}:{}", check.location->file, check.location->line);
        if (check.at) where += (where.empty() ? "" : ", ") + in(say("at ")) + in(duration_text(*check.at));
        fact(say("where"), where);
        fact(say("with"), in(check.inputs));
        fact(say("hint"), in(check.hint));
    }

    void fact(const Text& name, const std::string& text) {
        if (!text.empty()) text_ += fmt::format("- *{}*{}{}\n", in(name), language_.colon(), escaped(text));
    }

    const Verdict& verdict_;
    std::string_view source_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string report_markdown(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources) {
    std::string text;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        text += Section(verdicts[i], i < sources.size() ? sources[i] : std::string_view()).written() + '\n';
    const Score score = score_of(verdicts);
    return text +
           fmt::format("**{}**\n",
                       say("Score: {0} of {1}", score.points, score.max_points).in(language_of(verdicts)));
}

}  // namespace grader
