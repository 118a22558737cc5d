#include "grader/report/picture.hpp"

#include "grader/report/paint.hpp"
#include "grader/report/utf8.hpp"
#include "grader/texts/duration_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <utility>

namespace grader {
namespace {

constexpr std::size_t widest_drawing = 60;
constexpr std::size_t widest_axis = 62;  // the drawing, and the last time, which begins where it ends
constexpr std::size_t widest_name = 14;
constexpr std::size_t most_rows = 14;
constexpr std::size_t room_behind_a_tick = 3;  // columns between one time under the axis and the next

using Kind = SpanEntry::Kind;

/// A slot is drawn only where no wait of the same coroutine already shows that it was held.
void drop_holds_that_show_anyway(std::vector<SpanEntry>& rows) {
    // By coroutine and begin, the earliest end of all waits that begin then or later.
    std::map<std::pair<std::uint32_t, Microseconds>, Microseconds> ends;
    for (const SpanEntry& row : rows) {
        if (row.kind == Kind::held) continue;
        const auto [known, is_first] = ends.try_emplace({row.coroutine_id, row.begin}, row.end);
        known->second = std::min(known->second, row.end);
    }
    for (auto later = ends.rbegin(); later != ends.rend(); ++later) {
        const auto earlier = std::next(later);
        if (earlier != ends.rend() && earlier->first.first == later->first.first)
            earlier->second = std::min(earlier->second, later->second);
    }
    std::erase_if(rows, [&ends](const SpanEntry& row) {
        if (row.kind != Kind::held) return false;
        const auto wait = ends.lower_bound({row.coroutine_id, row.begin});
        return wait != ends.end() && wait->first.first == row.coroutine_id && wait->second <= row.end;
    });
}

/// Draws moments between 0 and `total` into columns, so that the times under the axis are round.
class Scale {
public:
    Scale(Microseconds total, Language language) : language_(language), total_(total) {
        constexpr std::array<long long, 3> steps{1, 2, 5};
        for (long long power = 1;; power *= 10) {
            for (const long long step : steps) {
                tick_ = Microseconds(step * power);
                ticks_ = static_cast<std::size_t>((total.count() + tick_.count() - 1) / tick_.count());
                const std::size_t last =
                    duration_text(tick_ * static_cast<long long>(ticks_)).in(language).size();
                const std::size_t drawing = std::min(widest_drawing, widest_axis - last);
                const std::size_t time = std::max(last, duration_text(tick_).in(language).size());
                if (ticks_ <= drawing / (time + room_behind_a_tick)) {
                    columns_per_tick_ = drawing / ticks_;
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
            line = padded(line, index * columns_per_tick_) + time;
        }
        return line;
    }

private:
    Language language_;
    Microseconds total_;
    Microseconds tick_{};
    std::size_t ticks_ = 0;
    std::size_t columns_per_tick_ = 0;
};

std::string drawn(const SpanEntry& row, const Scale& scale) {
    const std::size_t begin = scale.column(row.begin);
    const std::size_t length = std::max<std::size_t>(scale.column(row.end), begin + 1) - begin;
    const char* block = row.kind == Kind::sleep ? "█" : row.kind == Kind::blocked ? "▓" : "░";
    std::string line(begin, ' ');
    for (std::size_t index = row.cut_short ? 1 : 0; index < length; ++index) {
        line += block;
    }
    return row.cut_short ? line + "╳" : line;
}

/// The first of the rows to show: all, or those around the one that was under way at the moment.
std::size_t first_shown(const std::vector<SpanEntry>& rows, std::optional<Microseconds> moment) {
    if (rows.size() <= most_rows || !moment) {
        return 0;
    }
    const auto under_way =
        std::find_if(rows.begin(), rows.end(), [&](const SpanEntry& row) { return row.end >= *moment; });
    const auto index = static_cast<std::size_t>(under_way - rows.begin());
    return std::min(index < most_rows / 2 ? 0 : index - most_rows / 2, rows.size() - most_rows);
}

std::string legend(std::span<const SpanEntry> rows, Language language) {
    const auto any = [&rows](auto predicate) { return std::any_of(rows.begin(), rows.end(), predicate); };
    std::string line;
    const auto add = [&](const Text& text) { line += (line.empty() ? "" : "   ") + text.in(language); };
    if (any([](const SpanEntry& row) { return row.kind == Kind::blocked; })) {
        add(say("▓ stops everybody"));
    }
    if (any([](const SpanEntry& row) { return row.kind == Kind::held; })) {
        add(say("░ holds a slot"));
    }
    if (any([](const SpanEntry& row) { return row.cut_short; })) {
        add(say("╳ stopped before its end"));
    }
    return line;
}

}  // namespace

std::vector<std::string> picture(const ScenarioReport& scenario, std::optional<Microseconds> moment,
                                 Language language) {
    Microseconds total = std::max(scenario.duration, moment.value_or(Microseconds{}));
    std::vector<SpanEntry> rows = scenario.spans;
    for (SpanEntry& row : rows) {
        row.coroutine = visible(row.coroutine);
        total = std::max(total, row.end);
    }
    drop_holds_that_show_anyway(rows);
    // A scenario that took no time has nothing to draw.
    if (rows.empty() || total <= Microseconds{}) {
        return {};
    }

    const Scale scale(total, language);
    std::size_t name_width = 0;
    for (const SpanEntry& row : rows) {
        name_width = std::max(name_width, columns(cut(row.coroutine, widest_name)));
    }
    const std::size_t first = first_shown(rows, moment);
    const std::size_t last = std::min(rows.size(), first + most_rows);
    const std::string margin(name_width + 2, ' ');

    std::vector<std::string> lines;
    const auto left_out = [&](std::size_t count) {
        if (count > 0) {
            lines.push_back(margin + say("… and {0} more", count).in(language));
        }
    };
    left_out(first);
    for (std::size_t index = first; index < last; ++index) {
        lines.push_back(padded(cut(rows[index].coroutine, widest_name), name_width + 2) +
                        drawn(rows[index], scale));
    }
    left_out(rows.size() - last);
    lines.push_back(margin + scale.times());
    if (moment) {
        lines.push_back(margin + std::string(scale.column(*moment), ' ') + "▲");
    }
    if (const std::string explained = legend({rows.data() + first, last - first}, language);
        !explained.empty()) {
        lines.push_back(margin + explained);
    }
    return lines;
}

}  // namespace grader
