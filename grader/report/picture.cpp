#include "grader/report/picture.hpp"

#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/duration_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace grader {
namespace {

constexpr std::size_t widest_name = 14;
constexpr std::size_t room_for_time = 2;  // the last time under the axis begins where the drawing ends
constexpr std::size_t most_rows = 14;
constexpr std::size_t room_behind_a_tick = 3;  // columns between one time under the axis and the next

using Kind = SpanEntry::Kind;

/// Draws moments between 0 and `total` into columns, so that the times under the axis are round.
class Scale {
public:
    Scale(Microseconds total, Language language, std::size_t widest)
        : language_(language), total_(total), widest_(widest) {
        constexpr std::array<long long, 3> steps{1, 2, 5};
        for (long long power = 1;; power *= 10) {
            for (const long long step : steps) {
                tick_ = Microseconds(step * power);
                ticks_ = static_cast<std::size_t>((total.count() + tick_.count() - 1) / tick_.count());
                const std::size_t last =
                    duration_text(tick_ * static_cast<long long>(ticks_)).in(language).size();
                const std::size_t drawing = std::min(widest, widest + room_for_time - std::min(widest, last));
                const std::size_t time = std::max(last, duration_text(tick_).in(language).size());
                if (ticks_ <= 1 || ticks_ <= drawing / (time + room_behind_a_tick)) {
                    columns_per_tick_ = std::max<std::size_t>(1, drawing / std::max<std::size_t>(1, ticks_));
                    return;
                }
            }
        }
    }

    std::size_t column(Microseconds at) const {
        const auto columns = static_cast<long long>(columns_per_tick_);
        const Microseconds within = std::clamp(at, Microseconds{}, total_);
        const long long whole = within / tick_;
        const long long rest = (within % tick_).count() * columns / tick_.count();
        return static_cast<std::size_t>(whole * columns + rest);
    }

    /// The times under the axis, the last one too where it still fits.
    std::string times() const {
        std::string line;
        for (std::size_t index = 0; index <= ticks_; ++index) {
            const std::string time =
                index == 0 ? "0" : duration_text(tick_ * static_cast<long long>(index)).in(language_);
            if (index * columns_per_tick_ + time.size() > widest_ + room_for_time) break;
            line = padded(line, index * columns_per_tick_) + time;
        }
        return line;
    }

private:
    Language language_;
    Microseconds total_;
    std::size_t widest_;
    Microseconds tick_{};
    std::size_t ticks_ = 0;
    std::size_t columns_per_tick_ = 0;
};

constexpr const char* waits = "█";
constexpr const char* waits_again = "▐";  // the begin of a wait that follows another at once
constexpr const char* blocks = "▓";
constexpr const char* holds = "░";
constexpr const char* stopped = "╳";

std::string drawn(const Row& row, const Scale& scale) {
    std::vector<std::string> cells;
    const auto draw = [&](const SpanEntry& span, const char* glyph) {
        const std::size_t begin = scale.column(span.begin);
        const std::size_t end = std::max(scale.column(span.end), begin + 1);
        if (cells.size() < end) cells.resize(end, " ");
        const bool follows = begin > 0 && end > begin + 1 && glyph == waits && cells[begin - 1] == waits;
        for (std::size_t cell = begin; cell < end; ++cell) cells[cell] = glyph;
        if (follows) cells[begin] = waits_again;
        if (span.cut_short) cells[end - 1] = stopped;
    };
    for (const auto& [kind, glyph] :
         {std::pair(Kind::held, holds), {Kind::sleep, waits}, {Kind::blocked, blocks}}) {
        for (const SpanEntry& span : row.spans) {
            if (span.kind == kind) draw(span, glyph);
        }
    }
    std::string line;
    for (const std::string& cell : cells) line += cell;
    return line;
}

/// The first of the rows to show: all, or those around the one that was under way at the moment.
std::size_t first_shown(const std::vector<Row>& rows, std::optional<Microseconds> moment) {
    if (rows.size() <= most_rows || !moment) return 0;
    const auto under_way = std::ranges::find_if(rows, [&](const Row& row) { return row.end >= *moment; });
    const auto index = static_cast<std::size_t>(under_way - rows.begin());
    return std::min(index < most_rows / 2 ? 0 : index - most_rows / 2, rows.size() - most_rows);
}

/// What the glyphs of a drawing mean, those that explain themselves left out.
std::string legend(const std::string& drawing, Language language) {
    std::string line;
    const auto add = [&](const char* glyph, const Text& text) {
        if (drawing.find(glyph) != std::string::npos) line += (line.empty() ? "" : "   ") + text.in(language);
    };
    add(blocks, say("▓ stops everybody"));
    add(holds, say("░ holds a slot"));
    add(stopped, say("╳ stopped before its end"));
    return line;
}

}  // namespace

std::vector<std::string> picture(const ScenarioReport& scenario, std::optional<Microseconds> moment,
                                 Language language, std::size_t width) {
    std::vector<Row> rows = rows_of(scenario);
    for (Row& row : rows) row.name = visible(row.name);
    const Microseconds total = end_of(scenario, rows, moment);
    // A scenario that took no time has nothing to draw.
    if (rows.empty() || total <= Microseconds{}) return {};

    const Scale scale(total, language, width - widest_name - 2 - room_for_time);
    std::size_t name_width = 0;
    for (const Row& row : rows) name_width = std::max(name_width, columns(cut(row.name, widest_name)));
    const std::size_t first = first_shown(rows, moment);
    const std::size_t last = std::min(rows.size(), first + most_rows);
    const std::string margin(name_width + 2, ' ');

    std::vector<std::string> lines;
    std::string drawing;
    const auto left_out = [&](std::size_t count) {
        if (count > 0) lines.push_back(margin + say("… and {0} more", count).in(language));
    };
    left_out(first);
    for (std::size_t index = first; index < last; ++index) {
        const std::string line = drawn(rows[index], scale);
        drawing += line;
        lines.push_back(padded(cut(rows[index].name, widest_name), name_width + 2) + line);
    }
    left_out(rows.size() - last);
    lines.push_back(margin + scale.times());
    if (moment) lines.push_back(margin + std::string(scale.column(*moment), ' ') + "▲");
    const std::string explained = legend(drawing, language);
    if (explained.empty()) return lines;
    for (const std::string& line : wrapped(explained, width - margin.size())) lines.push_back(margin + line);
    return lines;
}

}  // namespace grader
