#include "grader/report/svg.hpp"

#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/duration_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace grader {

namespace {

constexpr int width = 900;
constexpr int left = 150;  // where time 0 is
constexpr int right = 850;
constexpr int row_height = 22;
constexpr std::size_t most_rows = 60;
constexpr std::size_t widest_name = 18;

constexpr const char* style =
    "text{font:13px ui-monospace,monospace;fill:#1b1f24}.title{font-weight:bold}.grid{stroke:#c9ced6}"
    ".sleep{fill:#2f6fde}.blocked{fill:#b42318}.held{fill:none;stroke:#c98a00;stroke-width:2}"
    ".cut{stroke:#b42318;stroke-width:3}.moment{stroke:#b42318;stroke-dasharray:5 3}rect.page{fill:#fff}";

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : visible(text)) {
        switch (c) {
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '&': safe += "&amp;"; break;
            case '"': safe += "&quot;"; break;
            default: safe += c;
        }
    }
    return safe;
}

/// 1, 2, 5, 10, 20 … microseconds: the first step of which at most ten are in `total`.
Microseconds round_step(Microseconds total) {
    for (long long power = 1;; power *= 10) {
        for (const long long step : {1, 2, 5}) {
            if (total / (step * power) <= Microseconds(10)) return Microseconds(step * power);
        }
    }
}

/// One scenario, drawn below `top`.
class Drawing {
public:
    Drawing(const Verdict& verdict, int top)
        : verdict_(verdict), language_(verdict.grader.language), y_(top) {}

    std::string drawn() {
        const std::string& name = verdict_.exercise.empty() ? verdict_.submission.file : verdict_.exercise;
        text(4, y_ + 16,
             escaped(name) + language_.colon() + escaped(plain_words(verdict_.outcome).in(language_)),
             "title");
        y_ += row_height;
        const ShownScenario shown = shown_scenario(verdict_);
        if (shown.scenario != nullptr) scenario(*shown.scenario, shown.moment);
        y_ += row_height / 2;
        return std::move(svg_);
    }
    int bottom() const { return y_; }

private:
    void scenario(const ScenarioReport& scenario, std::optional<Microseconds> moment) {
        const std::vector<Row> rows = rows_of(scenario);
        end_ = end_of(scenario, rows, moment);
        if (rows.empty() || end_ <= Microseconds{}) return;
        const std::size_t count = std::min(rows.size(), most_rows);
        const int bottom = y_ + static_cast<int>(count) * row_height;
        const Microseconds step = round_step(end_);
        for (Microseconds at{}; at <= end_; at += step) {
            line(x(at), y_, bottom, "grid");
            text(x(at) - 4, bottom + 15, duration_text(at).in(language_), "");
        }
        for (std::size_t i = 0; i < count; ++i, y_ += row_height) row(rows[i]);
        if (moment) line(x(*moment), bottom - static_cast<int>(count) * row_height, bottom, "moment");
        y_ += row_height;
    }

    void row(const Row& row) {
        text(4, y_ + 15, escaped(cut(visible(row.name), widest_name)), "");
        for (const SpanEntry& span : row.spans) {
            const bool held = span.kind == SpanEntry::Kind::held;
            const int margin = held ? 2 : 5;
            svg_ += fmt::format(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}: {} – "
                "{}</title></rect>\n",
                word(span.kind), x(span.begin), y_ + margin, std::max(2, x(span.end) - x(span.begin)),
                row_height - 2 * margin, escaped(row.name), duration_text(span.begin).in(language_),
                duration_text(span.end).in(language_));
            if (span.cut_short) line(x(span.end), y_ + 3, y_ + row_height - 3, "cut");
        }
    }

    int x(Microseconds at) const {
        const double part = static_cast<double>(std::clamp(at, Microseconds{}, end_).count()) /
                            static_cast<double>(end_.count());
        return left + static_cast<int>(part * (right - left));
    }

    void line(int at, int from, int to, const char* kind) {
        svg_ += fmt::format("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n", kind, at, at,
                            from, to);
    }

    void text(int at, int baseline, const std::string& what, const char* kind) {
        svg_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", kind, at, baseline, what);
    }

    const Verdict& verdict_;
    Language language_;
    int y_;
    Microseconds end_{};
    std::string svg_;
};

}  // namespace

std::string report_svg(const std::vector<Verdict>& verdicts, const std::vector<std::string>&) {
    std::string body;
    int height = 4;
    for (const Verdict& verdict : verdicts) {
        Drawing drawing(verdict, height);
        body += drawing.drawn();
        height = drawing.bottom();
    }
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} "
               "{1}\">\n"
               "<style>{2}</style>\n<rect class=\"page\" width=\"{0}\" height=\"{1}\"/>\n",
               width, height, style) +
           body + "</svg>\n";
}

}  // namespace grader
