#include "grader/exercise/group.hpp"

#include "grader/exercise/words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace grader {

using namespace std::chrono_literals;

Text Group::counted(std::int64_t number) const {
    return Text([&](Language language) {
        return fmt::format("{} {}", number, (language.is_singular(number) ? one : many).in(language));
    });
}

Group all_waits(const Timeline& here, std::size_t call) {
    const std::span<const Wait> waits = here.waits_in(call);
    Group group;
    group.waits.assign(waits.begin(), waits.end());
    return group;
}

std::vector<Wait> waits_of_length(const Timeline& here, std::size_t call, Time length) {
    constexpr Time tolerance = 10ms;  // a loop that watches the clock notices the end a little late
    std::vector<Wait> chosen;
    for (const Wait& wait : here.waits_in(call)) {
        const Time most = wait.blocking ? length + tolerance : length;
        if (wait.planned >= length && wait.planned <= most) chosen.push_back(wait);
    }
    return chosen;
}

std::vector<Wait> waits_joined(const Timeline& here, std::size_t call, Time length, Pieces pieces) {
    std::vector<Wait> whole;
    std::map<std::uint32_t, Wait> begun;  // by task
    for (const Wait& wait : here.waits_in(call)) {
        if (wait.blocking || wait.planned >= length) {
            begun.erase(wait.task_id);
            if (!wait.blocking && wait.planned == length) whole.push_back(wait);
            continue;
        }
        const auto [open, is_first] = begun.try_emplace(wait.task_id, wait);
        Wait& joined = open->second;
        const bool follows = !is_first && joined.how == Wait::End::over && joined.end == wait.begin &&
                             joined.planned + wait.planned <= length;
        if (follows) {
            joined.planned += wait.planned;
            joined.end = wait.end;
            joined.how = wait.how;
        } else {
            joined = wait;
        }
        if (pieces == Pieces::by_the_clock && joined.how == Wait::End::over &&
            joined.end - joined.begin >= length)
            joined.planned = length;
        if (joined.planned < length) continue;
        whole.push_back(joined);
        begun.erase(open);
    }
    std::ranges::sort(whole, {}, &Wait::index);
    return whole;
}

namespace {

Group named_after(const Choice& choice) {
    Text which;
    for (const Time length : choice.lengths) which = joined(which, ", ", in_seconds(length));
    for (const std::string& function : choice.functions) which = joined(which, ", ", Text(function));
    Group group;
    if (which.empty()) return group;
    group.one = say("wait of {0}", which);
    group.many = say("waits of {0}", which);
    return group;
}

/// By their begin, each once.
void merge(std::vector<Wait>& waits, const std::vector<Wait>& more) {
    std::set<std::size_t> there;
    for (const Wait& wait : waits) there.insert(wait.index);
    std::ranges::copy_if(more, std::back_inserter(waits),
                         [&](const Wait& wait) { return there.insert(wait.index).second; });
    std::ranges::sort(waits, {}, &Wait::index);
}

}  // namespace

std::vector<Group> readings(const Timeline& here, std::size_t call, const Choice& choice, bool or_all) {
    if (choice.lengths.empty() && choice.functions.empty()) return {all_waits(here, call)};
    const bool late = here.scenario->script.late_seed != 0;
    Group whole = named_after(choice);
    std::vector<Group> all{whole, whole};
    if (late) all.push_back(whole);
    for (const Time length : choice.lengths) {
        merge(all[0].waits, waits_of_length(here, call, length));
        merge(all[1].waits, waits_joined(here, call, length, Pieces::as_planned));
        if (late) merge(all[2].waits, waits_joined(here, call, length, Pieces::by_the_clock));
    }
    std::vector<Wait> in_functions;
    for (const Wait& wait : here.waits_in(call)) {
        if (std::ranges::find(choice.functions, wait.coroutine) != choice.functions.end())
            in_functions.push_back(wait);
    }
    for (Group& group : all) {
        merge(group.waits, all[0].waits);
        merge(group.waits, in_functions);
    }
    const bool none = std::ranges::all_of(all, [](const Group& group) { return group.waits.empty(); });
    if (none && or_all && !choice.lengths.empty()) return {all_waits(here, call)};
    if (none) return {whole};
    const std::size_t of_whole = all[0].waits.size();
    for (std::size_t i = all.size() - 1; i > 0; --i) {
        if (all[i].waits.size() == of_whole) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (of_whole == 0) all.erase(all.begin());
    return all;
}

Finding in_best_reading(const std::vector<Group>& readings,
                        const std::function<Finding(const Group&)>& measure) {
    Finding first;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Finding finding = measure(readings[i]);
        if (finding.holds) return finding;
        if (i == 0) first = std::move(finding);
    }
    return first;
}

Time lateness_in(const Timeline& here, std::size_t call) {
    if (here.scenario->script.late_seed == 0) return Time::zero();
    std::map<Time, Time> so_far;  // at each end: the latest chain up to it
    Time most{};
    const auto before = [&so_far](Time moment) {
        const auto next = so_far.upper_bound(moment);
        return next == so_far.begin() ? Time::zero() : std::prev(next)->second;
    };
    std::vector<Timer> timers;
    const CallSpan& span = here.calls.at(call);
    for (const Timer& timer : here.timers) {
        const bool is_in_time =
            !span.completion || timer.end <= span.end;  // what fired later has held up nothing
        if (timer.call == call && is_in_time) timers.push_back(timer);
    }
    std::ranges::sort(timers, {}, &Timer::end);
    for (const Timer& timer : timers) {
        const Time late = timer.end - timer.begin - timer.planned;
        most = std::max(most, before(timer.begin) + late);
        so_far[timer.end] = most;
    }
    return most;
}

}  // namespace grader
