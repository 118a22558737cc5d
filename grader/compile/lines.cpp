#include "grader/compile/lines.hpp"

#include "grader/box/run_boxed.hpp"
#include "grader/compile/diagnostics.hpp"

#include <fmt/format.h>

#include <charconv>
#include <exception>
#include <utility>

namespace grader {

namespace {

template <class Number>
bool read_number(std::string_view text, Number& number, int base) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end != text.data();
}

/// The line in "/any/folder/submission.cpp:12 (discriminator 3)", or 0: another file, or unknown.
std::uint32_t line_in_submission(std::string_view place) {
    const std::string file = fmt::format("{}:", compiled_name);
    const std::size_t at = place.rfind(file);
    if (at == std::string_view::npos || (at != 0 && place[at - 1] != '/')) return 0;
    std::uint32_t line = 0;
    return read_number(place.substr(at + file.size()), line, 10) ? line : 0;
}

std::string written(const std::set<std::uint64_t>& places) {
    std::string text;
    for (const std::uint64_t place : places) text += fmt::format("{:#x}\n", place);
    return text;
}

}  // namespace

// An address, then its lines: that of a function that was inlined first, then that of its caller.
Lines read_lines(std::string_view printed) {
    Lines lines;
    std::uint64_t place = 0;
    bool known = false;
    while (!printed.empty()) {
        const std::string_view text = printed.substr(0, printed.find('\n'));
        printed.remove_prefix(text.size() < printed.size() ? text.size() + 1 : printed.size());
        if (text.starts_with("0x")) {
            known = read_number(text.substr(2), place, 16);
        } else if (const std::uint32_t line = line_in_submission(text); known && line != 0) {
            lines.emplace(place, line);
        }
    }
    return lines;
}

aio::Coroutine<Lines> find_lines(CompileRequest request, const Kit& kit, Containment containment,
                                 std::set<std::uint64_t> places) {
    Lines lines;
    if (places.empty()) co_return lines;
    try {
        WorkFolder folder;
        write_file(folder.path() / compiled_name, request.source);
        write_file(folder.path() / places_name, written(places));
        const Ended ended =
            co_await run_script(kit.lines_script(request.exercise), kit, containment, folder, request.limits);
        if (ended.ok()) lines = read_lines(ended.standard_output);
    } catch (const std::exception&) {  // a verdict without that line is still a true one
    }
    co_return lines;
}

}  // namespace grader
