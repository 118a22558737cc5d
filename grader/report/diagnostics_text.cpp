#include "grader/report/diagnostics_text.hpp"

#include "grader/report/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace grader {
namespace {

constexpr std::size_t width = 78;
constexpr std::size_t most_errors = 5;
constexpr std::size_t most_warnings = 3;

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

void add_source(std::vector<std::string>& lines, const Diagnostic& diagnostic, std::string_view source) {
    const std::string shown = source_line(source, diagnostic.line, width - 2);
    if (shown.empty()) {
        return;
    }
    lines.push_back("  " + shown);
    // The compiler counts bytes; the reader sees columns.
    const std::string_view raw = raw_line(source, diagnostic.line).value_or("");
    if (diagnostic.column == 0 || diagnostic.column > raw.size() + 1) {
        return;
    }
    const std::size_t before =
        columns(visible(raw.substr(0, diagnostic.column - 1))) + fmt::format("{} | ", diagnostic.line).size();
    if (before < width - 2) {
        lines.push_back("  " + std::string(before, ' ') + "^");
    }
}

}  // namespace

std::vector<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics, std::string_view source,
                                          Language language, const Paint& paint) {
    std::vector<std::string> lines;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error && errors++ == 0) {
            for (const std::string& line : wrapped(place(diagnostic) + visible(diagnostic.message), width)) {
                lines.push_back(paint.strong(line));
            }
            add_source(lines, diagnostic, source);
        } else if (diagnostic.severity == Severity::error && errors <= most_errors) {
            lines.push_back(cut(place(diagnostic) + visible(diagnostic.message), width));
        }
    }
    if (errors > most_errors) {
        lines.push_back(
            say("… and {0} more, which may well come from the first.", errors - most_errors).in(language));
    }
    const std::string mark = say("warning: ").in(language);
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::warning && ++warnings <= most_warnings) {
            lines.push_back(paint.faint(
                cut(fmt::format("{}{}{}", mark, place(diagnostic), visible(diagnostic.message)), width)));
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
