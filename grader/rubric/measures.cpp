#include "grader/rubric/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <functional>
#include <span>
#include <string_view>
#include <utility>

namespace grader {

using namespace std::chrono_literals;

Text in_seconds(Time time) {
    // Whole milliseconds are what a reader can use; less than one would read as nothing at all.
    const int digits = time > -1ms && time < 1ms ? 6 : 3;
    std::string english = fmt::format("{:.{}f}", std::chrono::duration<double>(time).count(), digits);
    english.erase(english.find_last_not_of('0') + 1);
    if (english.back() == '.') english.pop_back();
    std::string french = english;
    std::ranges::replace(french, '.', ',');
    return Text(english + " s", french + " s");
}

std::vector<Wait> all_waits(const Timeline& timeline, std::size_t call) {
    const std::span<const Wait> waits = timeline.waits_in(call);
    return {waits.begin(), waits.end()};
}

std::vector<Wait> waits_of_length(const Timeline& timeline, std::size_t call, Time length) {
    constexpr Time tolerance = 10ms;  // a loop that watches the clock notices the end a little late
    std::vector<Wait> chosen;
    for (const Wait& wait : timeline.waits_in(call)) {
        const Time most = wait.blocking ? length + tolerance : length;
        if (wait.planned >= length && wait.planned <= most) chosen.push_back(wait);
    }
    return chosen;
}

Text kind_of_call(std::string_view in_what) {
    constexpr std::pair<const char*, const char*> french[] = {
        {"waiting for a thread", "en attendant un thread"},
        {"waiting for a condition", "en attendant une condition"},
        {"waiting for a result", "en attendant un résultat"},
        {"waiting for a mutex", "en attendant un mutex"},
        {"waiting for a signal", "en attendant un signal"},
        {"a loop that watches the clock", "une boucle qui regarde l'heure"},
        {"standard input", "l'entrée standard"},
    };
    for (const auto& [english, translated] : french) {
        if (in_what == english) return {english, translated};
    }
    return {std::string(in_what), std::string(in_what)};  // the name of a function
}

Text what_is_awaited(const std::string& detail) {
    constexpr std::pair<const char*, const char*> french[] = {
        {"a semaphore with no slot free", "un sémaphore sans place libre"},
        {"a lock that is held", "un verrou déjà pris"},
        {"an event that is not set", "un événement que personne ne déclenche"},
        {"a condition to be notified", "une condition que personne ne signale"},
        {"an item from a queue that is empty", "un élément d'une file vide"},
        {"room in a queue that is full", "une place dans une file pleine"},
        {"task_done() for every item of a queue", "task_done() pour chaque élément d'une file"},
        {"the others at a barrier", "les autres à une barrière"},
        {"something that is not aio's", "quelque chose qui n'est pas d'aio"},
    };
    for (const auto& [english, translated] : french) {
        if (detail == english) return {english, translated};
    }
    constexpr std::string_view task = "the task ";
    if (detail.starts_with(task)) return {detail, "la tâche " + detail.substr(task.size())};
    return {detail, detail};
}

Finding blocks(const Wait& wait) {
    if (wait.planned == Time::zero()) {
        return fails(
            say("{0} held up the loop at line {1} ({2}): nothing else can run until that has an end",
                "{0} a retenu la boucle à la ligne {1} ({2}) : rien d'autre n'avance avant que cela finisse",
                wait.coroutine, wait.line, kind_of_call(wait.in_what)),
            wait.begin, wait.line);
    }
    return fails(
        say("{0} blocked the loop for {1} at line {2} ({3}): nothing else could run; use co_await aio::sleep",
            "{0} a bloqué la boucle pendant {1} à la ligne {2} ({3}) : rien d'autre ne pouvait avancer ; "
            "utilisez co_await aio::sleep",
            wait.coroutine, in_seconds(wait.planned), wait.line, kind_of_call(wait.in_what)),
        wait.begin, wait.line);
}

std::optional<Finding> blocked_the_loop(const Timeline& timeline, std::size_t call) {
    for (const Wait& wait : timeline.waits_in(call)) {
        if (wait.blocking) return blocks(wait);
    }
    return std::nullopt;
}

Finding waited_exactly(const Timeline& timeline, std::size_t call, Time length) {
    if (const auto blocked = blocked_the_loop(timeline, call)) return *blocked;
    const CallSpan& span = timeline.calls.at(call);
    const Time took = span.end - span.begin;
    if (took == length) return holds();
    if (timeline.waits_in(call).empty()) {
        return fails(say("{0} did not wait at all", "{0} n'a pas attendu du tout", span.function),
                     span.begin);
    }
    return fails(say("{0} took {1} instead of {2}", "{0} a duré {1} au lieu de {2}", span.function,
                     in_seconds(took), in_seconds(length)),
                 span.end, timeline.waits_in(call).front().line);
}

Finding said_at_begin_and_end(const Timeline& timeline, std::size_t call) {
    const std::span<const Wait> waits = timeline.waits_in(call);
    const CallSpan& span = timeline.calls.at(call);
    bool at_begin = false;
    bool at_end = false;
    for (const Print& print : timeline.prints) {
        if (print.at == span.begin && (waits.empty() || print.index < waits.front().index)) at_begin = true;
        if (!waits.empty() && print.index > waits.back().index && print.at == waits.back().end) at_end = true;
    }
    if (!at_begin) {
        return fails(
            say("{0} printed nothing when it began", "{0} n'a rien affiché en commençant", span.function),
            span.begin);
    }
    if (!at_end) {
        return fails(say("{0} printed nothing once its wait was over",
                         "{0} n'a rien affiché à la fin de son attente", span.function),
                     span.end);
    }
    return holds();
}

bool said_at(const Timeline& timeline, Time moment) {
    return std::ranges::any_of(timeline.prints, [moment](const Print& print) { return print.at == moment; });
}

std::optional<Finding> did_not_return(const CallSpan& call) {
    if (call.outcome == protocol::Outcome::returned) return std::nullopt;
    return fails(say("{0} did not return", "{0} ne s'est pas terminée", call.function), call.end);
}

std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < text.size();) {
        if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
            ++i;
            continue;
        }
        long number = 0;
        for (; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0; ++i) {
            number = std::min(number * 10 + (text[i] - '0'), 1'000'000L);  // no page has a number that long
        }
        numbers.push_back(static_cast<int>(number));
    }
    return numbers;
}

// Kuhn's algorithm: each row takes a column, pushing the one that has it to another where it can go.
bool can_be_matched(const std::vector<std::vector<int>>& allowed, int columns) {
    if (static_cast<int>(allowed.size()) != columns) return false;
    std::vector<int> row_of(static_cast<std::size_t>(columns), -1);
    std::vector<bool> seen;
    const std::function<bool(int)> place = [&](int row) {
        for (const int column : allowed[static_cast<std::size_t>(row)]) {
            if (column < 0 || column >= columns || seen[static_cast<std::size_t>(column)]) continue;
            seen[static_cast<std::size_t>(column)] = true;
            int& taken_by = row_of[static_cast<std::size_t>(column)];
            if (taken_by >= 0 && !place(taken_by)) continue;
            taken_by = row;
            return true;
        }
        return false;
    };
    for (int row = 0; row < columns; ++row) {
        seen.assign(static_cast<std::size_t>(columns), false);
        if (!place(row)) return false;
    }
    return true;
}

}  // namespace grader
