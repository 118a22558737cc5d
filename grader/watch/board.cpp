#include "grader/watch/board.hpp"

#include "grader/report/paint.hpp"
#include "grader/report/shown_scenario.hpp"
#include "grader/report/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace grader {

namespace {

/// "[parcel 8/10 (was 6)]   letter –", the one that is watched in brackets.
std::string progress_line(const Board& board, const TextOptions& options) {
    const Paint paint(options.colour);
    std::string line;
    std::size_t used = 0;
    for (std::size_t i = 0; i < board.exercises.size(); ++i) {
        const Progress& one = board.exercises[i];
        std::string text =
            one.exercise + " " +
            (one.points ? fmt::format("{}/{}", *one.points, one.max_points) : std::string("–"));
        const bool is_current = i == board.current;
        if (is_current && board.points_before && one.points && *board.points_before != *one.points)
            text += say(" (was {0})", *board.points_before).in(board.language);
        if (is_current) text = "[" + text + "]";
        const std::size_t between = line.empty() ? 0 : 3;
        if (used + between + columns(text) > options.width) break;
        used += between + columns(text);
        line += std::string(between, ' ') + (is_current ? paint.strong(text) : text);
    }
    return line;
}

std::string keys_line(const Board& board, const TextOptions& options) {
    std::string line;
    for (const Text& key : {say("h hint"), say("r run"), say("n next exercise"), say("l language"),
                            say("p page"), say("q quit")}) {
        const std::string text = key.in(board.language);
        if (columns(line) + columns(text) + 3 > options.width) break;
        line += (line.empty() ? "" : "   ") + text;
    }
    return Paint(options.colour).faint(line);
}

/// The hints that were asked for, beside the first one, which the verdict shows.
void add_hints(std::vector<std::string>& lines, const Board& board, std::size_t width) {
    const Check* check = first_failed(*board.verdict);
    if (check == nullptr || board.hints == 0) return;
    lines.emplace_back();
    const std::size_t count = std::min(board.hints, check->further_hints.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = say("hint {0}: {1}", i + 2, check->further_hints[i]).in(board.language);
        for (const std::string& line : wrapped(visible(text), width - 4)) lines.push_back("    " + line);
    }
    if (count < board.hints) lines.push_back("    " + say("That was the last hint.").in(board.language));
}

std::vector<std::string> body_of(const Board& board, const TextOptions& options) {
    if (!board.verdict) return {say("checking {0} …", visible(board.file)).in(board.language)};
    std::vector<std::string> lines = lines_of(verdict_text(*board.verdict, board.source, options));
    add_hints(lines, board, options.width);
    return lines;
}

}  // namespace

std::string board_page(const Board& board, std::size_t rows, const TextOptions& options) {
    std::vector<std::string> page{progress_line(board, options)};
    std::vector<std::string> body = body_of(board, options);
    const std::string note = visible(board.note.in(board.language));
    const std::string last_but_one = board.is_grading && board.verdict
                                         ? say("checking {0} …", visible(board.file)).in(board.language)
                                         : note;
    const std::size_t around = 4;  // the progress, a blank line, the note, the keys
    const std::size_t room = rows > around + 2 ? rows - around : 2;
    page.emplace_back();
    if (body.size() <= room) {
        page.insert(page.end(), body.begin(), body.end());
        page.resize(room + 2);
    } else {
        // The first line says how it went; then comes the end, where the next step is.
        const std::size_t shown = room - 2;
        const std::size_t most_up = body.size() - 1 - shown;
        const std::size_t end = body.size() - std::min(board.up, most_up);
        page.push_back(body.front());
        page.push_back(Paint(options.colour).faint("…"));
        page.insert(page.end(), body.begin() + static_cast<std::ptrdiff_t>(end - shown),
                    body.begin() + static_cast<std::ptrdiff_t>(end));
    }
    page.push_back(cut(last_but_one, options.width));
    page.push_back(keys_line(board, options));
    std::string text;
    for (const std::string& line : page) text += line + '\n';
    text.pop_back();
    return options.ascii ? in_ascii(text) : text;
}

}  // namespace grader
