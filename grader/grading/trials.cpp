#include "grader/grading/trials.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace grader {

namespace {

// In events, as a measure of processor time: a program with many events in each scenario is tried in fewer
// scenarios.
constexpr std::size_t budget = 200'000;
constexpr std::size_t cost_of_a_process = 500;
constexpr std::size_t always_drawn = 40;
constexpr std::size_t most_runs = 1000;  // that are kept; more are not made

/// Limits are for one call. Several calls in a row together may exceed a limit. That is no fault: each call
/// is judged alone.
bool is_too_much_together(const Played& played) {
    const Ending ending = played.run.ending;
    return played.scenario.script.calls.size() > 1 &&
           (ending == Ending::event_limit || ending == Ending::output_limit);
}

/// The results for one submission so far.
class Trying {
public:
    Trying(Session& session, const Exercise& exercise) : session_(session), exercise_(exercise) {
        trials_.runs.reserve(most_runs);
        for (const Criterion& criterion : exercise.rubric.criteria()) unlost_.push_back(&criterion);
    }

    aio::Coroutine<Trials> try_all(std::uint64_t seed) {
        for (Scenario& scenario : exercise_.scenarios(seed)) {
            if (hopeless_) {
                trials_.missed.push_back(std::move(scenario));
                continue;
            }
            Played played = co_await play(std::move(scenario));
            if (is_too_much_together(played)) continue;
            const bool is_kept = is_of_statement(played.scenario) || is_first_alone(played.scenario);
            trials_.usual.push_back(without_events(played));
            take(std::move(played), is_kept);
        }
        std::size_t used = 0;
        for (Scenario& scenario : exercise_.drawn(seed)) {
            if (hopeless_ || (used > budget && trials_.drawn >= always_drawn)) break;
            Played played = co_await play(std::move(scenario));
            ++trials_.drawn;
            used += cost_of_a_process + played.run.size();
            if (!is_too_much_together(played)) take(std::move(played), false);
        }
        for (const Criterion* criterion : unlost_) {
            const auto quiet = quiet_.find(criterion);
            const bool is_held = std::ranges::find(trials_.held, criterion) != trials_.held.end();
            if (!is_held && quiet != quiet_.end()) keep(std::move(quiet->second));
        }
        co_return std::move(trials_);
    }

private:
    aio::Coroutine<Played> play(Scenario scenario) {
        Played played{std::move(scenario), {}};
        played.run = co_await session_.play(played.scenario);
        trials_.cpu_us += played.run.cpu_us;
        trials_.max_rss_kb = std::max(trials_.max_rss_kb, played.run.max_rss_kb);
        hopeless_ = hopeless_ || (is_hopeless(played.run.ending) && !is_too_much_together(played));
        co_return played;
    }

    bool is_of_statement(const Scenario& scenario) const {
        return std::ranges::find(exercise_.of_statement, scenario.id, &Scenario::id) !=
               exercise_.of_statement.end();
    }

    bool is_first_alone(const Scenario& scenario) const {
        if (scenario.script.calls.size() != 1 || scenario.script.late_seed != 0 || scenario.is_cancelled(0))
            return false;
        return std::ranges::none_of(trials_.runs, [&](const Played& one) {
            return one.scenario.script.calls.size() == 1 &&
                   one.scenario.script.calls.front().function == scenario.script.calls.front().function;
        });
    }

    static Played without_events(const Played& played) {
        Played copy{played.scenario, {}};
        copy.run.ending = played.run.ending;
        copy.run.offered = played.run.offered;
        copy.run.events_told = played.run.size();
        return copy;
    }

    void take(Played played, bool is_kept) {
        const bool is_compared = alone_ && alone_->scenario.id == played.scenario.alone;
        const bool is_telling =
            tells(played, is_compared ? &*alone_ : nullptr) || is_hopeless(played.run.ending);
        if (is_telling && is_compared) keep(*std::move(alone_));
        alone_.reset();
        if (is_telling || is_kept) {
            keep(std::move(played));
        } else {
            alone_ = std::move(played);
        }
    }

    void keep(Played played) {
        const bool is_there = std::ranges::any_of(
            trials_.runs, [&](const Played& one) { return one.scenario.id == played.scenario.id; });
        if (is_there || trials_.runs.size() == most_runs) return;
        trials_.runs.push_back(std::move(played));
        evidence_.take_in_new();
    }

    /// Whether this run shows a fault that no earlier run showed.
    bool tells(const Played& played, const Played* alone) {
        if (played.run.ending != Ending::finished && note_ending(played)) return true;
        const std::vector<std::optional<Finding>> findings = evidence_.findings(unlost_, played, alone);
        std::vector<const Criterion*> still;
        for (std::size_t i = 0; i < unlost_.size(); ++i) {
            if (findings[i] && !findings[i]->holds) continue;
            still.push_back(unlost_[i]);
            if (!findings[i] || std::ranges::find(trials_.held, unlost_[i]) != trials_.held.end()) continue;
            if (!findings[i]->says_nothing) trials_.held.push_back(unlost_[i]);
            if (findings[i]->says_nothing) quiet_.try_emplace(unlost_[i], played);
        }
        const bool is_new = still.size() < unlost_.size();
        unlost_ = std::move(still);
        return is_new;
    }

    /// Whether this ending is new for this last call. Remembers it.
    bool note_ending(const Played& played) {
        std::pair<Ending, std::string> ending{played.run.ending,
                                              played.scenario.script.calls.back().function};
        if (std::ranges::find(endings_, ending) != endings_.end()) return false;
        endings_.push_back(std::move(ending));
        return true;
    }

    Session& session_;
    const Exercise& exercise_;
    Trials trials_;
    bool hopeless_ = false;
    std::vector<const Criterion*> unlost_;
    // A run that says nothing about the criterion; kept, and shown if no other run says more.
    std::map<const Criterion*, Played> quiet_;
    Evidence evidence_{trials_.runs};
    std::vector<std::pair<Ending, std::string>> endings_;
    std::optional<Played> alone_;  // what the next one may be compared with
};

}  // namespace

bool Trials::holds(const Criterion& criterion) const {
    const Evidence evidence(runs);
    bool asked = std::ranges::find(held, &criterion) != held.end();
    for (const Played& played : runs) {
        if (!criterion.asks(played.scenario)) continue;
        const std::optional<Finding> seen = evidence.finding(criterion, played);
        if (seen ? !seen->holds : ended_in_a_call_of(criterion, played)) return false;
        if (!seen) continue;
        asked = asked || !seen->says_nothing;
    }
    return asked;
}

aio::Coroutine<Trials> try_submission(Session& session, const Exercise& exercise, std::uint64_t seed) {
    Trying trying(session, exercise);
    Trials tried = co_await trying.try_all(seed);
    co_return tried;
}

}  // namespace grader
