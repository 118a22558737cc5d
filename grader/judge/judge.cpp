#include "grader/judge/judge.hpp"

#include "grader/judge/ending.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

/// What all criteria are judged by.
struct Evidence {
    Evidence(const std::vector<Played>& its_runs, const std::string& its_file, Language its_language)
        : runs(its_runs), file(its_file), language(its_language) {
        for (const Played& played : runs)
            timelines.emplace(played.scenario.id, Timeline(played.scenario, played.run));
    }

    const Played* find(const std::string& scenario) const {
        const auto found =
            std::ranges::find_if(runs, [&](const Played& played) { return played.scenario.id == scenario; });
        return found == runs.end() ? nullptr : &*found;
    }

    const std::vector<Played>& runs;
    const std::string& file;
    Language language;
    Timelines timelines;
};

/// The line and the moment of a bad end, where they are known.
void point_at_ending(Check& check, const Evidence& evidence, const Run& run) {
    const Event* end = where_it_ended(run);
    if (end == nullptr) return;
    check.at = std::chrono::floor<Microseconds>(end->at);
    if (end->what.line != 0) check.location = Location{evidence.file, end->what.line};
}

void skip(Check& check, const Evidence& evidence, const Played& played) {
    check.status = CheckStatus::skipped;
    check.observed = say("not judged: {0}", "non jugé : {0}", describe_ending(played.run));
    check.scenario = played.scenario.name.in(evidence.language);
    point_at_ending(check, evidence, played.run);
}

void fail(Check& check, const Evidence& evidence, const Played& played, const Finding& finding) {
    check.status = CheckStatus::failed;
    check.observed = finding.observed;
    check.scenario = played.scenario.name.in(evidence.language);
    if (finding.at) check.at = std::chrono::floor<Microseconds>(*finding.at);
    if (finding.line != 0) check.location = Location{evidence.file, finding.line};
}

/// After an exception or a deadlock the timeline is as true as any other, up to that moment.
bool is_judged(Ending ending) {
    return ending == Ending::finished || ending == Ending::raised || ending == Ending::deadlocked;
}

Check judge_one(const Criterion& criterion, const Evidence& evidence) {
    Check check;
    check.id = criterion.id;
    check.title = criterion.title;
    check.expected = criterion.expected;
    check.hint = criterion.hint;
    check.max_points = criterion.points;
    const Played* not_judged = nullptr;
    for (const std::string& scenario : criterion.scenarios) {
        const Played* played = evidence.find(scenario);
        if (played == nullptr || !is_judged(played->run.ending)) {
            if (not_judged == nullptr) not_judged = played;
            if (played == nullptr)
                check.observed =
                    say("not judged: the grader stopped after a scenario that never came to its end",
                        "non jugé : le correcteur s'est arrêté après un scénario sans fin");
            continue;
        }
        const Finding finding = criterion.measure(evidence.timelines.at(scenario), evidence.timelines);
        if (finding.holds) continue;
        fail(check, evidence, *played, finding);
        if (played->run.ending != Ending::finished) {
            check.observed = describe_ending(played->run);
            check.hint = {};  // it is about another fault
            point_at_ending(check, evidence, played->run);
        }
        return check;
    }
    if (not_judged != nullptr) {
        skip(check, evidence, *not_judged);
    } else if (check.observed.empty()) {
        check.status = CheckStatus::passed;
        check.points = criterion.points;
    }
    return check;
}

/// A run that came to a bad end costs a check even where all of them held up to that moment: the last that
/// rests on it.
void take_back_one(Judgement& judgement, const Rubric& rubric, const Evidence& evidence,
                   const Played& ended_badly) {
    if (judgement.checks.empty()) return;
    std::size_t taken = judgement.checks.size() - 1;
    for (std::size_t i = 0; i < judgement.checks.size(); ++i) {
        const std::vector<std::string>& needs = rubric.criteria()[i].scenarios;
        if (std::ranges::find(needs, ended_badly.scenario.id) != needs.end()) taken = i;
    }
    Check& check = judgement.checks[taken];
    judgement.points -= std::exchange(check.points, 0);
    fail(check, evidence, ended_badly, fails(describe_ending(ended_badly.run)));
    check.hint = {};  // as above
    point_at_ending(check, evidence, ended_badly.run);
}

/// Who lies to the grader or attacks it in one run is not believed in any other.
bool is_dishonest(const Played& played) {
    return played.run.ending == Ending::broke_protocol || played.run.ending == Ending::forbidden;
}

void take_back_all(Judgement& judgement, const Evidence& evidence, const Played& played) {
    judgement.points = 0;
    for (Check& check : judgement.checks) {
        check.points = 0;
        check.at.reset();
        check.location.reset();
        skip(check, evidence, played);
    }
}

}  // namespace

Judgement judge(const Rubric& rubric, const std::vector<Played>& runs, const std::string& file,
                Language language) {
    const Evidence evidence(runs, file, language);
    Judgement judgement;
    judgement.max_points = rubric.max_points();
    for (const Criterion& criterion : rubric.criteria()) {
        judgement.checks.push_back(judge_one(criterion, evidence));
        judgement.points += judgement.checks.back().points;
    }
    auto ended_badly = std::ranges::find_if(runs, is_dishonest);
    if (ended_badly != runs.end()) {
        take_back_all(judgement, evidence, *ended_badly);
    } else {
        ended_badly = std::ranges::find_if(
            runs, [](const Played& played) { return played.run.ending != Ending::finished; });
    }
    if (ended_badly != runs.end()) {
        if (judgement.points == judgement.max_points)
            take_back_one(judgement, rubric, evidence, *ended_badly);
        judgement.outcome = outcome_of(ended_badly->run.ending);
        judgement.reason = say("{0} (scenario: {1})", "{0} (scénario : {1})",
                               describe_ending(ended_badly->run), ended_badly->scenario.name);
    } else {
        judgement.outcome = judgement.points == judgement.max_points ? Outcome::passed : Outcome::failed;
    }
    return judgement;
}

}  // namespace grader
