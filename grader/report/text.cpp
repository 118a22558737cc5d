#include "grader/report/text.hpp"

#include "grader/report/diagnostics_text.hpp"
#include "grader/report/paint.hpp"
#include "grader/report/picture.hpp"
#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"
#include "grader/report/verdict_parts.hpp"
#include "grader/texts/duration_text.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace grader {
namespace {

constexpr std::size_t widest_prose = 100;  // longer lines are hard to read
constexpr std::size_t points_width = 12;
constexpr std::size_t label_width = 10;

/// The page of one verdict, as it grows.
class Page {
public:
    Page(const Verdict& verdict, std::string_view source, const TextOptions& options)
        : verdict_(verdict),
          source_(source),
          paint_(options.colour),
          width_(options.width),
          prose_(std::min(options.width, widest_prose)),
          language_(verdict.grader.language) {}

    std::string written() {
        heading();
        checks();
        if (verdict_.outcome == Outcome::not_started) {
            first_todo();
        } else if (const Check* check = first_failed(verdict_)) {
            diagnostics();
            next_step(*check);
        } else {
            diagnostics();
            if (verdict_.outcome == Outcome::passed) {
                draw();
                orders();
            }
        }
        return std::move(page_);
    }

private:
    std::string in(const Text& text) const { return visible(text.in(language_)); }

    void line(std::string_view text) { (page_ += text) += '\n'; }

    void paragraph(std::string_view indent, const std::string& text) {
        for (const std::string& part : wrapped(text, prose_ - indent.size())) {
            line(std::string(indent) + part);
        }
    }

    void heading() {
        const std::string name = visible(name_of(verdict_));
        const bool passed = verdict_.outcome == Outcome::passed;
        const std::string outcome = in(plain_words(verdict_.outcome));
        std::string points;
        // A fault of the grader says nothing about the points.
        if (verdict_.max_points > 0 && verdict_.outcome != Outcome::internal_error) {
            points = in(say(", {0} of {1} points", verdict_.points, verdict_.max_points));
        }
        const std::string between = language_.colon();
        const std::string rest = between + outcome + points;
        if (columns(rest) + 8 > width_) {  // a narrow screen
            for (const std::string& each : wrapped(name + rest, width_)) line(paint_.strong(each));
        } else {
            line(paint_.strong(cut(name, width_ - columns(rest))) + between +
                 (passed ? paint_.strong_good(outcome) : paint_.strong_bad(outcome)) + points);
        }
        if (!verdict_.reason.empty()) {
            paragraph("  ", in(verdict_.reason));
        }
    }

    void checks() {
        const auto skipped = [](const Check& check) { return check.status == CheckStatus::skipped; };
        if (std::all_of(verdict_.checks.begin(), verdict_.checks.end(), skipped)) {
            // One sentence says it for all of them.
            if (!verdict_.checks.empty() && verdict_.reason.empty()) {
                paragraph("  ", in(verdict_.checks.front().observed));
            }
            return;
        }
        line("");
        for (auto check = verdict_.checks.begin(); check != verdict_.checks.end(); ++check) {
            check_line(*check);
            const auto next = check + 1;
            const bool said_again =
                next != verdict_.checks.end() && skipped(*next) && in(next->observed) == in(check->observed);
            if (skipped(*check) && !check->observed.empty() && !said_again) {
                paragraph("      ", in(check->observed));
            }
        }
    }

    std::string painted_mark(CheckStatus status) const {
        if (status == CheckStatus::passed) return paint_.good(mark(status));
        return status == CheckStatus::failed ? paint_.bad(mark(status)) : paint_.faint(mark(status));
    }

    void check_line(const Check& check) {
        const std::string points = in(say("{0} of {1}", check.points, check.max_points));
        const std::size_t room = std::min<std::size_t>(prose_, 80) - points_width - 4;
        const std::vector<std::string> title = wrapped(in(check.title), room);
        line("  " + painted_mark(check.status) + " " + padded(title.front(), room) +
             std::string(points_width - std::min(points_width, columns(points)), ' ') + points);
        for (std::size_t rest = 1; rest < title.size(); ++rest) line("    " + title[rest]);
    }

    void diagnostics() {
        const std::vector<std::string> lines =
            diagnostics_text(verdict_.diagnostics, source_, language_, paint_, prose_ - 2);
        if (lines.empty()) {
            return;
        }
        line("");
        const auto is_error = [](const Diagnostic& each) { return each.severity == Severity::error; };
        const auto errors = std::count_if(verdict_.diagnostics.begin(), verdict_.diagnostics.end(), is_error);
        if (errors == 1) {
            step(say("correct this error"));
        } else if (errors > 1) {
            step(say("correct the first error, the others may come from it"));
        }
        for (const std::string& each : lines) {
            line("  " + each);
        }
    }

    void step(const Text& text) {
        const std::string label = in(say("Next step: "));
        const std::vector<std::string> lines = wrapped(label + in(text), prose_);
        line(paint_.strong(lines.front()));
        for (auto rest = lines.begin() + 1; rest != lines.end(); ++rest) {
            line(paint_.strong(*rest));
        }
    }

    void labelled(const Text& label, const std::string& text) {
        std::string before = padded(in(label), label_width);
        for (const std::string& part : wrapped(text, prose_ - 4 - label_width)) {
            line("    " + paint_.faint(before) + part);
            before = std::string(label_width, ' ');
        }
    }

    void next_step(const Check& check) {
        draw();
        line("");
        step(check.title);
        if (!check.expected.empty()) {
            labelled(say("expected"), in(check.expected));
        }
        if (!check.observed.empty()) {
            labelled(say("seen"), in(check.observed));
        }
        if (const std::string where = place(check); !where.empty()) {
            labelled(say("where"), where);
        }
        if (check.location) {
            const std::string quoted = source_line(source_, check.location->line, prose_ - 4 - label_width);
            if (!quoted.empty()) {
                line("    " + std::string(label_width, ' ') + quoted);
            }
        }
        if (!check.inputs.empty()) labelled(say("with"), visible(in(check.inputs)));
        if (!check.hint.empty()) {
            labelled(say("hint"), in(check.hint));
        }
    }

    /// "parcel.cpp:27, at 6 s, in “as written”", as far as it is known.
    std::string place(const Check& check) const {
        std::string place;
        const auto add = [&place](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
        if (check.location && check.location->line != 0) {
            add(fmt::format("{}:{}", visible(check.location->file), check.location->line));
        }
        if (check.at) {
            add(in(say("at ")) + in(duration_text(*check.at)));
        }
        if (!check.scenario.empty()) {
            add(in(say("in “{0}”", visible(check.scenario))));
        }
        return place;
    }

    void draw() {
        const ShownScenario shown = shown_scenario(verdict_);
        if (shown.scenario == nullptr) return;
        const std::vector<std::string> lines = picture(*shown.scenario, shown.moment, language_, width_ - 2);
        if (!lines.empty()) line("");
        for (const std::string& each : lines) line("  " + each);
    }

    /// A right result may be luck. Says how many orders were tried.
    void orders() {
        const int tried = verdict_.orders_tried;
        if (tried == 0) return;
        line("");
        paragraph("  ",
                  in(verdict_.all_orders
                         ? say("Right in every order in which its tasks can go: {0} tried.", tried)
                         : say("Right in each of the {0} orders of its tasks that were tried.", tried)));
    }

    void first_todo() {
        line("");
        std::uint32_t number = 1;
        std::size_t begin = 0;
        for (std::size_t todo = source_.find("TODO");
             begin < source_.size() && todo != std::string_view::npos; ++number) {
            const std::size_t end = std::min(source_.find('\n', begin), source_.size());
            if (todo < end) {
                const std::string file = visible(verdict_.submission.file);
                step(say("do the TODO at {0}:{1}", file, number));
                line("  " + source_line(source_, number, prose_ - 2));
                return;
            }
            begin = end + 1;
        }
        step(say("do the first TODO of the file"));
    }

    const Verdict& verdict_;
    std::string_view source_;
    Paint paint_;
    std::size_t width_;
    std::size_t prose_;  // columns of running text
    Language language_;
    std::string page_;
};

}  // namespace

namespace {

/// Whether the locale that is set, if any is, is one of UTF-8 (setlocale(3) reads these in this order).
bool shows_utf8() {
    for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string locale = std::getenv(variable) == nullptr ? "" : std::getenv(variable);
        if (locale.empty()) continue;
        std::ranges::transform(locale, locale.begin(), [](unsigned char c) { return std::tolower(c); });
        return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    }
    return true;
}

}  // namespace

TextOptions options_for(std::FILE* screen) {
    const char* const no_colour = std::getenv("NO_COLOR");  // no-color.org
    const char* const terminal = std::getenv("TERM");
    TextOptions options;
    if (::isatty(::fileno(screen)) != 1) return options;
    options.colour = (no_colour == nullptr || *no_colour == '\0') &&
                     (terminal == nullptr || std::string_view(terminal) != "dumb");
    options.ascii = !shows_utf8();
    winsize size{};
    if (::ioctl(::fileno(screen), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        options.width = std::clamp<std::size_t>(size.ws_col, narrowest_screen, widest_screen);
    return options;
}

std::string verdict_text(const Verdict& verdict, std::string_view source, const TextOptions& options) {
    std::string page = Page(verdict, source, options).written();
    return options.ascii ? in_ascii(page) : page;
}

}  // namespace grader
