#include "grader/judge/judge.hpp"

#include "grader/judge/ending_words.hpp"
#include "grader/judge/order_words.hpp"
#include "grader/timeline/scenario_report.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

/// A counterexample, and what each criterion sees in it; nothing where it does not ask for that scenario.
struct Other {
    const Played& played;
    std::vector<std::optional<Finding>> findings;  // by the criterion's place in the rubric
};

/// The data that a judgement uses, and the file name and language for its text.
struct Case {
    Evidence evidence;
    std::vector<Other> others;
    const AllRuns& all;
    const std::string& file;
    Language language;
};

/// The line and the moment of a bad end, where they are known.
void point_at_ending(Check& check, const Case& its_case, const Run& run) {
    const Event* end = where_it_ended(run);
    if (end == nullptr) return;
    check.at = whole(end->at);
    if (end->what.line != 0) check.location = Location{its_case.file, end->what.line};
}

void skip(Check& check, const Case& its_case, const Played& played) {
    check.status = CheckStatus::skipped;
    check.observed = say("not judged: {0}", describe_ending(played.run));
    check.scenario = played.scenario.name.in(its_case.language);
    check.inputs = played.scenario.inputs;
    point_at_ending(check, its_case, played.run);
}

void fail(Check& check, const Case& its_case, const Played& played, const Finding& finding) {
    check.status = CheckStatus::failed;
    check.observed = finding.observed;
    check.scenario = played.scenario.name.in(its_case.language);
    check.inputs = played.scenario.inputs;
    if (finding.at) check.at = whole(*finding.at);
    if (finding.line != 0) check.location = Location{its_case.file, finding.line};
}

/// A bad end explains more than the checks that were lost because of it.
void show_ending(Check& check, const Case& its_case, const Run& run) {
    check.observed = describe_ending(run);
    check.hint = {};  // it is about another fault
    check.further_hints.clear();
    point_at_ending(check, its_case, run);
}

/// The first run in another order in which it does not hold, though in the usual one it does.
bool fails_in_another_order(Check& check, std::size_t criterion, const Case& its_case) {
    for (const auto& [other, findings] : its_case.others) {
        if (other.scenario.script.order.empty()) continue;
        const std::optional<Finding>& finding = findings[criterion];
        if (!finding || finding->holds) continue;
        fail(check, its_case, other, *finding);
        if (other.run.ending != Ending::finished) show_ending(check, its_case, other.run);
        check.observed =
            say("passes in the usual order; fails when {0}: {1}", describe_order(other.run), check.observed);
        return true;
    }
    return false;
}

/// The same fault with fewer or smaller inputs, if there is such a run.
bool fails_with_less(Check& check, std::size_t criterion, const Case& its_case, const std::string& scenario) {
    for (const auto& [other, findings] : its_case.others) {
        if (!other.scenario.script.order.empty() || other.scenario.id != scenario) continue;
        const std::optional<Finding>& finding = findings[criterion];
        if (!finding || finding->holds) continue;
        fail(check, its_case, other, *finding);
        return true;
    }
    return false;
}

/// Those that do not hold in some run, a bit each.
std::uint64_t lost_expectations(const Criterion& criterion, const Evidence& evidence) {
    std::uint64_t lost = 0;
    for (const Played& played : evidence.runs()) {
        if (const auto finding = evidence.finding(criterion, played)) lost |= finding->expectations;
    }
    return lost;
}

/// `which`: the criterion's place in the rubric.
Check judge_one(const Criterion& criterion, std::size_t which, const Case& its_case) {
    const Evidence& evidence = its_case.evidence;
    Check check;
    check.id = criterion.id;
    check.title = criterion.title;
    check.expected = criterion.expected;
    check.hint = criterion.hint;
    check.further_hints = criterion.further_hints;
    check.max_points = criterion.points;
    const Played* not_judged = nullptr;
    bool asked = std::ranges::find(its_case.all.held, &criterion) != its_case.all.held.end();
    const Played* saying_nothing = nullptr;
    for (const Played& played : evidence.runs()) {
        if (!criterion.asks(played.scenario)) continue;
        if (!is_judged(played.run.ending)) {
            if (not_judged == nullptr && ended_in_a_call_of(criterion, played)) not_judged = &played;
            continue;
        }
        const std::optional<Finding> finding = evidence.finding(criterion, played);
        if (finding && finding->says_nothing && saying_nothing == nullptr) saying_nothing = &played;
        asked = asked || (finding && !finding->says_nothing);
        if (!finding || finding->holds) continue;
        if (!fails_with_less(check, which, its_case, played.scenario.id)) {
            fail(check, its_case, played, *finding);
            if (played.run.ending != Ending::finished) show_ending(check, its_case, played.run);
        }
        check.expectations = lost_expectations(criterion, evidence);
        return check;
    }
    if (!asked && saying_nothing != nullptr && not_judged == nullptr) {
        fail(check, its_case, *saying_nothing, *evidence.finding(criterion, *saying_nothing));
        return check;
    }
    if (!asked ||
        std::ranges::any_of(its_case.all.missed, [&](const Scenario& one) { return criterion.asks(one); })) {
        check.status = CheckStatus::skipped;
        check.observed = say("not judged: the grader stopped after a scenario that never came to its end");
    }
    if (not_judged != nullptr) {
        skip(check, its_case, *not_judged);
    } else if (check.observed.empty() && !fails_in_another_order(check, which, its_case)) {
        check.status = CheckStatus::passed;
        check.points = criterion.points;
    }
    return check;
}

/// A run that ended badly costs one check, even if all checks held up to that moment: the last check that
/// applies to its scenario.
void take_back_one(Judgement& judgement, const Rubric& rubric, const Case& its_case,
                   const Played& ended_badly) {
    if (judgement.checks.empty()) return;
    std::size_t taken = judgement.checks.size() - 1;
    for (std::size_t i = 0; i < judgement.checks.size(); ++i) {
        if (rubric.criteria()[i].asks(ended_badly.scenario)) taken = i;
    }
    Check& check = judgement.checks[taken];
    judgement.points -= std::exchange(check.points, 0);
    fail(check, its_case, ended_badly, fails(describe_ending(ended_badly.run)));
    check.hint = {};  // as above
    check.further_hints.clear();
    point_at_ending(check, its_case, ended_badly.run);
}

/// A submission that breaks the protocol or attacks the grader in one run is not believed in any other.
bool is_dishonest(const Played& played) {
    return played.run.ending == Ending::broke_protocol || played.run.ending == Ending::forbidden;
}

bool has_ended_badly(const Played& played) { return played.run.ending != Ending::finished; }

const Played* first_of(const std::vector<Played>& runs, const std::vector<Played>& then,
                       bool (*is_it)(const Played&)) {
    for (const std::vector<Played>* some : {&runs, &then}) {
        const auto found = std::ranges::find_if(*some, is_it);
        if (found != some->end()) return &*found;
    }
    return nullptr;
}

void take_back_all(Judgement& judgement, const Case& its_case, const Played& played) {
    judgement.points = 0;
    for (Check& check : judgement.checks) {
        check.points = 0;
        check.at.reset();
        check.location.reset();
        skip(check, its_case, played);
    }
}

}  // namespace

Judgement judge(const AllRuns& all, const std::string& file, Language language) {
    const Rubric& rubric = all.rubric;
    Case its_case{Evidence(all.runs), {}, all, file, language};
    for (const Played& other : all.counterexamples)
        its_case.others.push_back({other, its_case.evidence.findings(criteria_of(rubric), other)});
    Judgement judgement;
    judgement.max_points = rubric.max_points();
    for (const Criterion& criterion : rubric.criteria()) {
        judgement.checks.push_back(judge_one(criterion, judgement.checks.size(), its_case));
        judgement.points += judgement.checks.back().points;
    }
    const Played* ended_badly = first_of(all.runs, all.counterexamples, is_dishonest);
    if (ended_badly != nullptr) {
        take_back_all(judgement, its_case, *ended_badly);
    } else {
        ended_badly = first_of(all.runs, all.counterexamples, has_ended_badly);
    }
    if (ended_badly != nullptr) {
        if (judgement.points == judgement.max_points)
            take_back_one(judgement, rubric, its_case, *ended_badly);
        judgement.outcome = outcome_of(ended_badly->run.ending);
        judgement.reason =
            say("{0} (scenario: {1})", describe_ending(ended_badly->run), ended_badly->scenario.name);
    } else {
        judgement.outcome = judgement.points == judgement.max_points ? Outcome::passed : Outcome::failed;
    }
    return judgement;
}

}  // namespace grader
