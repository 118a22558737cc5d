#include "grader/rubric/toaster_measures.hpp"

#include "grader/rubric/measures.hpp"
#include "grader/rubric/pieces.hpp"

#include <string.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>

namespace grader {

using namespace std::chrono_literals;

namespace {

/// Whether a machine, called alone, makes its time of several waits. Else what follows without a gap is not
/// its doing: somebody may look every millisecond whether it is done.
bool works_in_pieces(const Timelines& all, const char* alone) {
    const auto found = all.find(alone);
    return found != all.end() && waits_of_length(found->second, 0, machine_time).empty() &&
           !waits_joined(found->second, 0, machine_time).empty();
}

bool works_two_seconds(const Timelines& all, const char* alone) {
    const auto found = all.find(alone);
    return found != all.end() && (!waits_of_length(found->second, 0, machine_time).empty() ||
                                  !waits_joined(found->second, 0, machine_time).empty());
}

/// The waits of breakfast(), two for each half. Those of 2 s; where there are not four of them, all there
/// are if a machine takes another time when called alone, since that loses its own point and no other.
struct Halves {
    Halves(const Timeline& timeline, const Timelines& all)
        : waits(waits_of_length(timeline, 0, machine_time)) {
        const bool in_pieces = works_in_pieces(all, "toast") || works_in_pieces(all, "coffee");
        if (waits.size() < 4 && in_pieces) waits = waits_joined(timeline, 0, machine_time);
        const bool machines_are_right = works_two_seconds(all, "toast") && works_two_seconds(all, "coffee");
        if (waits.size() < 4 && !machines_are_right) waits = all_waits(timeline, 0);
        const std::size_t split = where_the_second_begins();
        for (std::size_t i = 0; i < std::min<std::size_t>(split, 2); ++i) first.push_back(waits[i]);
        for (std::size_t i = split; i < waits.size() && i < split + 2; ++i) second.push_back(waits[i]);
    }
    std::vector<Wait> waits;
    std::vector<Wait> first;
    std::vector<Wait> second;

private:
    bool is_pair(std::size_t i) const { return i + 1 < waits.size() && waits[i].begin == waits[i + 1].begin; }

    /// The second half is the pair that begins at one moment. There may be a pause of any length before it,
    /// and who forgot a wait in the first half has it all the same.
    std::size_t where_the_second_begins() const {
        if (waits.size() < 4) {
            for (std::size_t i = 0; i < waits.size(); ++i) {
                if (is_pair(i)) return i;
            }
        }
        for (std::size_t i = 2; i < waits.size(); ++i) {
            if (is_pair(i)) return i;
        }
        return std::min<std::size_t>(waits.size(), 2);
    }
};

/// What a wait's task printed before it, at the same moment and since it last waited.
std::string said_before(const Timeline& here, const Wait& wait) {
    std::size_t since = 0;
    for (const Wait& other : here.waits) {
        if (other.task_id == wait.task_id && other.index < wait.index) since = other.index;
    }
    std::string text;
    for (const Print& print : here.prints) {
        if (print.task_id == wait.task_id && print.at == wait.begin && print.index >= since &&
            print.index < wait.index)
            text += print.text;
    }
    return text;
}

bool waits_alone(const Timelines& all, const char* alone) {
    const auto found = all.find(alone);
    return found != all.end() && !found->second.waits_in(0).empty();
}

/// What a machine says first when it is called alone.
std::string first_words(const Timelines& all, const char* alone) {
    const auto found = all.find(alone);
    if (found == all.end()) return {};
    const std::span<const Wait> waits = found->second.waits_in(0);
    return waits.empty() ? std::string() : said_before(found->second, waits.front());
}

/// The submission writes both, up to a megabyte: memmem() looks in linear time (the "two-way" search of glibc),
/// std::string::find() does not.
bool contains(const std::string& text, const std::string& part) {
    return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// Which machine a wait belongs to, where it is beyond doubt: it waits in the declared function itself, or
/// what was said is what only this machine says. Else "".
std::string machine_of(const Timeline& here, const Wait& wait, const Timelines& all) {
    if (wait.coroutine == "toast_bread" || wait.coroutine == "brew_coffee")
        return std::string(wait.coroutine);
    const std::string bread = first_words(all, "toast");
    const std::string coffee = first_words(all, "coffee");
    const std::string said = said_before(here, wait);
    if (bread.empty() || coffee.empty()) return {};
    const bool says_bread = contains(said, bread);
    const bool says_coffee = contains(said, coffee);
    if (says_bread == says_coffee) return {};
    return says_bread ? "toast_bread" : "brew_coffee";
}

std::optional<Finding> same_machine_twice(const Timeline& here, const std::vector<Wait>& half,
                                          const Timelines& all) {
    // Of a machine that never waits nothing is known but that: it loses its own points.
    if (!waits_alone(all, "toast") || !waits_alone(all, "coffee")) return std::nullopt;
    const std::string one = machine_of(here, half.at(0), all);
    if (one.empty() || one != machine_of(here, half.at(1), all)) return std::nullopt;
    return fails(say("this half makes {0} twice, and the other one not at all",
                     "cette moitié fait deux fois {0}, et l'autre pas du tout", one),
                 half.at(1).begin, half.at(1).line);
}

Time end_of(const std::vector<Wait>& half) { return std::ranges::max_element(half, {}, &Wait::end)->end; }

constexpr Time rounding = 1ms;

/// Whether a stretch is longer than a length that the submission gave, which may be any number.
bool is_longer(Time took, Time length) { return length < took && length < took - rounding; }
bool is_shorter(Time took, Time length) { return took < length && took < length - rounding; }

/// Whether `length` lasts from the half's begin to a moment at its end. Who looks again from time to time
/// notices a little late, by as much as a late timer; `next` is the latest moment.
bool is_length_of(const Timeline& here, const std::vector<Wait>& half, Time length, Time next) {
    constexpr Time patience = 400ms;
    const Time begin = half.front().begin;
    const Time end = std::min(end_of(half), next);
    return std::ranges::any_of(here.run->events, [&](const Event& event) {
        const Time took = event.at - begin;
        return event.at >= end && event.at <= next && event.at - end <= patience &&
               !is_longer(took, length) && !is_shorter(took, length);
    });
}

/// Where the halves are not two waits each: a length between any two moments, the second stretch after the
/// first. The earliest end of such a stretch.
std::optional<Time> end_of_stretch(const Timeline& here, Time length, Time from) {
    std::vector<Time> moments;
    for (const Event& event : here.run->events) {
        if (event.at >= from) moments.push_back(event.at);
    }
    std::ranges::sort(moments);
    auto begin = moments.begin();
    for (auto end = moments.begin(); end != moments.end(); ++end) {
        // What was too long ago for this end is so for every later one.
        while (begin != end && is_longer(*end - *begin, length)) ++begin;
        const Time took = *end - *begin;
        if (!is_longer(took, length) && !is_shorter(took, length)) return *end;
    }
    return std::nullopt;
}

}  // namespace

Finding one_after_the_other(const Timeline& here, const Timelines& all) {
    const Halves halves(here, all);
    if (halves.first.size() < 2) {
        return fails(say("breakfast() made {0} of the 2 waits of its first half",
                         "breakfast() a fait {0} des 2 attentes de sa première moitié", halves.first.size()),
                     here.calls.at(0).end);
    }
    const Wait& first = halves.first[0];
    const Wait& second = halves.first[1];
    if (second.begin < first.end) {
        return fails(say("{0} began at {1}, before {2} was done", "{0} a commencé à {1}, avant la fin de {2}",
                         second.coroutine, in_seconds(second.begin), first.coroutine),
                     second.begin, second.line);
    }
    if (!halves.second.empty() && halves.second.front().begin < second.end) {
        return fails(say("the second half began at {0}, before {1} of the first was done",
                         "la seconde moitié a commencé à {0}, avant la fin de {1} de la première",
                         in_seconds(halves.second.front().begin), second.coroutine),
                     halves.second.front().begin, second.line);
    }
    if (const auto twice = same_machine_twice(here, halves.first, all)) return *twice;
    return holds();
}

Finding together(const Timeline& here, const Timelines& all) {
    const Halves halves(here, all);
    const CallSpan& call = here.calls.at(0);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    for (const Wait& wait : halves.second) {
        if (wait.blocking) return blocks(wait);
    }
    if (halves.second.size() < 2) {
        return fails(say("breakfast() made {0} waits; with the second half there should be 4",
                         "breakfast() a fait {0} attentes ; avec la seconde moitié il en faudrait 4",
                         halves.waits.size()),
                     call.end);
    }
    const Wait& one = halves.second[0];
    const Wait& other = halves.second[1];
    if (one.begin != other.begin) {
        return fails(say("{0} began at {1}, {2} only at {3}", "{0} a commencé à {1}, {2} seulement à {3}",
                         one.coroutine, in_seconds(one.begin), other.coroutine, in_seconds(other.begin)),
                     other.begin, other.line);
    }
    if (one.how != Wait::End::over || other.how != Wait::End::over ||
        std::max(one.end, other.end) > call.end) {
        return fails(
            say("breakfast() returned at {0}, before both were done",
                "breakfast() s'est terminée à {0}, avant que les deux soient prêts", in_seconds(call.end)),
            call.end, one.line);
    }
    if (const auto twice = same_machine_twice(here, halves.second, all)) return *twice;
    return holds();
}

Finding durations_measured(const Timeline& here, const Timelines& all) {
    const CallSpan& call = here.calls.at(0);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const Time first(std::atoll(call.result("one_after_the_other").c_str()));
    const Time second(std::atoll(call.result("together").c_str()));
    const Halves halves(here, all);
    bool first_fits = false;
    bool second_fits = false;
    if (halves.first.size() == 2 && halves.second.size() == 2) {
        first_fits = is_length_of(here, halves.first, first, halves.second.front().begin);
        second_fits = is_length_of(here, halves.second, second, call.end);
    } else if (const auto ended = end_of_stretch(here, first, Time::zero())) {
        first_fits = true;
        second_fits = end_of_stretch(here, second, *ended).has_value();
    }
    if (!first_fits || first <= rounding) {
        return fails(say("one_after_the_other is {0}, which is not what the first half took",
                         "one_after_the_other vaut {0}, ce qui n'est pas la durée de la première moitié",
                         in_seconds(first)),
                     call.end);
    }
    if (second_fits && second > rounding) return holds();
    return fails(say("together is {0}, which is not what the second half took",
                     "together vaut {0}, ce qui n'est pas la durée de la seconde moitié", in_seconds(second)),
                 call.end);
}

}  // namespace grader
