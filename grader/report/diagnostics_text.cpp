#include "grader/report/diagnostics_text.hpp"

#include "grader/report/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace grader {
namespace {

constexpr std::size_t most_errors = 5;
constexpr std::size_t most_warnings = 3;
constexpr std::size_t most_lines = 4;  // of an error after the first one, and of a warning

/// The bytes of a line, without its end.
std::optional<std::string_view> raw_line(std::string_view source, std::uint32_t line) {
    for (std::uint32_t number = 1; line > 0 && !source.empty(); ++number) {
        const std::size_t end = std::min(source.find('\n'), source.size());
        if (number == line) {
            std::string_view found = source.substr(0, end);
            if (found.ends_with('\r')) {
                found.remove_suffix(1);
            }
            return found;
        }
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return std::nullopt;
}

std::string place(const Diagnostic& diagnostic) {
    std::string place = visible(diagnostic.file);
    if (diagnostic.line != 0) {
        place += fmt::format(":{}", diagnostic.line);
        if (diagnostic.column != 0) {
            place += fmt::format(":{}", diagnostic.column);
        }
    }
    return place.empty() ? place : place + ": ";
}

/// The columns that come before a byte of a line.
std::size_t columns_before(std::string_view line, std::size_t byte) {
    return columns(visible(line.substr(0, byte)));
}

/// Adds the line with a mark under the column. The part around the column is shown if the line is too long.
void add_source(std::vector<std::string>& lines, const Diagnostic& diagnostic, std::string_view source,
                std::size_t width) {
    const std::string shown = source_line(source, diagnostic.line, width - 2);
    if (shown.empty()) return;
    const std::string number = fmt::format("{} | ", diagnostic.line);
    const std::string_view raw = raw_line(source, diagnostic.line).value_or("");
    // The compiler counts bytes; the reader sees columns.
    const bool has_column = diagnostic.column != 0 && diagnostic.column <= raw.size() + 1;
    const std::size_t room = width - 2 - number.size();
    if (!has_column || columns_before(raw, diagnostic.column - 1) + 1 < room) {
        lines.push_back("  " + shown);
        if (has_column)
            lines.push_back(
                "  " + std::string(number.size() + columns_before(raw, diagnostic.column - 1), ' ') + "^");
        return;
    }
    std::size_t begin = diagnostic.column - 1;  // half a screen before the column
    const auto is_inside_a_character = [&raw](std::size_t at) {
        return at < raw.size() && (static_cast<unsigned char>(raw[at]) & 0xC0U) == 0x80U;
    };
    while (begin > 0 && (columns_before(raw.substr(begin), diagnostic.column - 1 - begin) < room / 2 ||
                         is_inside_a_character(begin)))
        --begin;
    const std::size_t before = columns_before(raw.substr(begin), diagnostic.column - 1 - begin);
    lines.push_back("  " + cut(number + "…" + visible(raw.substr(begin)), width - 2));
    lines.push_back("  " + std::string(number.size() + 1 + before, ' ') + "^");
}

/// Adds a text in a few lines, those after the first one indented.
void add_wrapped(std::vector<std::string>& lines, const std::string& text, std::size_t width,
                 const std::function<std::string(std::string_view)>& painted) {
    std::vector<std::string> parts = wrapped(text, width - 2);
    if (parts.size() > most_lines) {
        parts.resize(most_lines);
        parts.back() = cut(parts.back() + " …", width - 2);
    }
    for (std::size_t part = 0; part < parts.size(); ++part)
        lines.push_back(painted((part == 0 ? "" : "  ") + parts[part]));
}

}  // namespace

std::vector<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics, std::string_view source,
                                          Language language, const Paint& paint, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error && errors++ == 0) {
            for (const std::string& line : wrapped(place(diagnostic) + visible(diagnostic.message), width)) {
                lines.push_back(paint.strong(line));
            }
            add_source(lines, diagnostic, source, width);
        } else if (diagnostic.severity == Severity::error && errors <= most_errors) {
            add_wrapped(lines, place(diagnostic) + visible(diagnostic.message), width,
                        [](std::string_view line) { return std::string(line); });
        }
    }
    if (errors > most_errors) {
        const Text more = say("… and {0} more, which may well come from the first.", errors - most_errors);
        for (const std::string& line : wrapped(more.in(language), width)) lines.push_back(line);
    }
    const std::string mark = say("warning: ").in(language);
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::warning && ++warnings <= most_warnings) {
            add_wrapped(lines, mark + place(diagnostic) + visible(diagnostic.message), width,
                        [&paint](std::string_view line) { return paint.faint(line); });
        }
    }
    if (warnings > most_warnings) {
        lines.push_back(paint.faint(say("more warnings: {0}", warnings - most_warnings).in(language)));
    }
    return lines;
}

std::string source_line(std::string_view source, std::uint32_t line, std::size_t width_allowed) {
    const std::string_view raw = raw_line(source, line).value_or("");
    if (raw.find_first_not_of(" \t") == std::string_view::npos) {
        return "";
    }
    return cut(fmt::format("{} | {}", line, visible(raw)), width_allowed);
}

}  // namespace grader
