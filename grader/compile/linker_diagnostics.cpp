#include "grader/compile/diagnostics.hpp"

#include <cctype>
#include <optional>
#include <set>

namespace grader {

namespace {

constexpr std::string_view undefined_symbol = "undefined symbol: ";           // mold, lld
constexpr std::string_view undefined_reference = "undefined reference to `";  // GNU ld
constexpr std::string_view duplicate_symbol = "duplicate symbol: ";           // mold, lld
constexpr std::string_view multiple_definition = "multiple definition of `";  // GNU ld

/// The text in `line` after `words`; nothing if they are not in it.
std::optional<std::string_view> after(std::string_view line, std::string_view words) {
    const std::size_t at = line.find(words);
    if (at == std::string_view::npos) return std::nullopt;
    return line.substr(at + words.size());
}

/// GNU ld writes `name'.
std::string_view until_quote(std::string_view text) { return text.substr(0, text.rfind('\'')); }

/// mold: "submission.o: driver.o: main". lld: the name only.
std::string_view after_files(std::string_view text) {
    const std::size_t at = text.rfind(": ");
    return at == std::string_view::npos ? text : text.substr(at + 2);
}

std::optional<std::string_view> undefined_name(std::string_view line) {
    if (const auto name = after(line, undefined_symbol)) return name;
    if (const auto name = after(line, undefined_reference)) return until_quote(*name);
    return std::nullopt;
}

std::optional<std::string_view> duplicate_name(std::string_view line) {
    if (const auto names = after(line, duplicate_symbol)) return after_files(*names);
    if (const auto names = after(line, multiple_definition)) return names->substr(0, names->find('\''));
    return std::nullopt;
}

/// Replaces the library's internal spellings by the usual ones.
std::string readable(std::string_view symbol) {
    struct Spelling {
        std::string_view long_one;
        std::string_view short_one;
    };
    constexpr Spelling spellings[] = {
        {"[abi:cxx11]", ""},
        {"std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string"},
        {"std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char>>", "std::string"},
        {"std::chrono::duration<long, std::ratio<1l, 1000000000l> >", "aio::Duration"},
        {"std::chrono::duration<long, std::ratio<1l, 1000000000l>>", "aio::Duration"},
        {"std::vector<Server, std::allocator<Server> >", "std::vector<Server>"},
        {"std::vector<Server, std::allocator<Server>>", "std::vector<Server>"},
    };
    std::string text = without_controls(symbol);
    for (const Spelling& spelling : spellings) {
        for (std::size_t at = text.find(spelling.long_one); at != std::string::npos;
             at = text.find(spelling.long_one)) {
            text.replace(at, spelling.long_one.size(), spelling.short_one);
        }
    }
    return text;
}

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether the function of `symbol` is one that the exercise's header declares.
bool is_declared(std::string_view symbol, std::string_view header) {
    const std::string_view name = symbol.substr(0, symbol.find('('));
    if (name.empty() || name.size() == symbol.size()) return false;
    for (std::size_t at = header.find(name); at != std::string_view::npos; at = header.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !is_name_character(header[at - 1]);
        if (begins && end < header.size() && header[end] == '(') return true;
    }
    return false;
}

Text undefined_text(const std::string& symbol, const LinkerWords& words) {
    if (is_declared(symbol, words.given_header)) {
        return say("`{0}` is declared in {1}.hpp but not defined", symbol, words.exercise);
    }
    return say("`{0}` is used but not defined", symbol);
}

Text duplicate_text(const std::string& symbol) {
    if (symbol == "main" || symbol == "main()") {
        return say("main() is already defined by the grader: remove yours");
    }
    return say("`{0}` is already defined by the grader or by aio: give yours another name", symbol);
}

}  // namespace

std::vector<Diagnostic> read_linker(std::string_view printed, const LinkerWords& words) {
    std::vector<Diagnostic> diagnostics;
    std::set<std::string> told;
    while (!printed.empty()) {
        const std::string_view line = printed.substr(0, printed.find('\n'));
        printed.remove_prefix(line.size() < printed.size() ? line.size() + 1 : printed.size());
        Text text;
        if (const auto name = undefined_name(line)) {
            text = undefined_text(readable(*name), words);
        } else if (const auto twice = duplicate_name(line)) {
            text = duplicate_text(readable(*twice));
        } else {
            continue;
        }
        if (!told.insert(text.in(Language::english)).second) continue;
        diagnostics.push_back({Severity::error, words.display_name, 0, 0, text.in(words.language)});
    }
    return diagnostics;
}

}  // namespace grader
