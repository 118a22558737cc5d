#include "grader/compile/diagnostics.hpp"

#include <charconv>
#include <optional>
#include <set>
#include <utility>

namespace grader {

namespace {

struct SourcePlace {
    std::string_view file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// One line that begins "FILE:LINE:COLUMN:" or "FILE:LINE:", and what follows.
struct PlacedLine {
    SourcePlace place;
    std::string_view rest;
};

std::optional<std::uint32_t> take_number(std::string_view& text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
    return number;
}

std::optional<PlacedLine> read_placed(std::string_view line) {
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
         colon = line.find(':', colon + 1)) {
        std::string_view rest = line.substr(colon + 1);
        const auto number = take_number(rest);
        if (!number) continue;
        PlacedLine placed{{line.substr(0, colon), *number, 0}, rest};
        if (const auto column = take_number(rest)) {
            placed.place.column = *column;
            placed.rest = rest;
        }
        return placed;
    }
    return std::nullopt;
}

std::optional<Severity> take_severity(std::string_view& text) {
    struct Word {
        std::string_view word;
        Severity severity;
    };
    constexpr Word words[] = {{"fatal error: ", Severity::error},
                              {"error: ", Severity::error},
                              {"warning: ", Severity::warning},
                              {"note: ", Severity::note}};
    for (const Word& word : words) {
        if (!text.starts_with(word.word)) continue;
        text.remove_prefix(word.word.size());
        return word.severity;
    }
    return std::nullopt;
}

bool tells_how_it_came_there(std::string_view note) {
    return note.find("requested here") != std::string_view::npos ||
           note.find("required here") != std::string_view::npos ||
           note.find("required from here") != std::string_view::npos ||
           note.find("in call to") != std::string_view::npos ||
           note.find("while substituting") != std::string_view::npos ||
           note.find("while checking") != std::string_view::npos ||
           note.find("expanded from macro") != std::string_view::npos;
}

/// Puts the lines together: an error, and then the notes that belong to it.
class Reader {
public:
    explicit Reader(const std::string& display_name) : display_name_(display_name) {}

    void line(std::string_view text) {
        const auto placed = read_placed(text);
        std::string_view rest = placed ? placed->rest : text;
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        const bool in_submission = placed && placed->place.file == compiled_name;
        const auto severity = take_severity(rest);
        if (!severity) {
            // g++ first prints how it came there, on lines without a severity, and then the error.
            if (in_submission && tells_how_it_came_there(rest)) came_from_ = placed->place;
        } else if (*severity == Severity::note) {
            if (in_submission) note(placed->place, rest);
        } else {
            finish();
            begin(*severity, placed ? placed->place : SourcePlace{}, in_submission, rest);
        }
    }

    std::vector<Diagnostic> take() {
        finish();
        return std::move(diagnostics_);
    }

private:
    void begin(Severity severity, const SourcePlace& place, bool in_submission, std::string_view message) {
        if (!in_submission && message.starts_with("too many errors")) return;
        current_.emplace(at(severity, in_submission ? place : came_from_.value_or(SourcePlace{}), message));
        in_header_ = !in_submission;
        came_from_.reset();
    }

    void note(const SourcePlace& place, std::string_view message) {
        if (!current_) return;
        if (in_header_ && current_->line == 0 && tells_how_it_came_there(message)) {
            current_->line = place.line;
            current_->column = place.column;
        } else if (!tells_how_it_came_there(message)) {
            notes_.push_back(at(Severity::note, place, message));
        }
    }

    void finish() {
        if (!current_) return;
        const bool warning_of_a_header =
            in_header_ && current_->severity == Severity::warning && current_->line == 0;
        // clang prints the include path of a header only once. A message without a line then belongs to the
        // message before.
        const bool told_before = in_header_ && current_->line == 0 && !diagnostics_.empty();
        // One wrong call can go wrong in many places of a header: the first one tells.
        const bool first_there = told_.insert({current_->severity, current_->line}).second;
        if (!warning_of_a_header && !told_before && (first_there || !in_header_)) {
            diagnostics_.push_back(std::move(*current_));
            diagnostics_.insert(diagnostics_.end(), notes_.begin(), notes_.end());
        }
        current_.reset();
        notes_.clear();
    }

    Diagnostic at(Severity severity, const SourcePlace& place, std::string_view message) const {
        std::string text = without_controls(message);
        const std::string_view compiled = compiled_name;
        for (std::size_t found = text.find(compiled); found != std::string::npos;
             found = text.find(compiled, found + display_name_.size())) {
            text.replace(found, compiled.size(), display_name_);
        }
        return {severity, display_name_, place.line, place.column, text};
    }

    const std::string& display_name_;
    std::optional<Diagnostic> current_;
    std::vector<Diagnostic> notes_;
    bool in_header_ = false;
    std::optional<SourcePlace> came_from_;
    std::set<std::pair<Severity, std::uint32_t>> told_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\t' || c == '\n') {
            clean += ' ';
        } else if (byte >= 0x20 && byte != 0x7f) {
            clean += c;
        }
    }
    return clean;
}

std::vector<Diagnostic> read_compiler(std::string_view printed, const std::string& display_name) {
    Reader reader(display_name);
    while (!printed.empty()) {
        const std::string_view line = printed.substr(0, printed.find('\n'));
        printed.remove_prefix(line.size() < printed.size() ? line.size() + 1 : printed.size());
        reader.line(line);
    }
    return reader.take();
}

}  // namespace grader
