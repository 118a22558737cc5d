#include "grader/exercise/scenarios.hpp"

#include <algorithm>
#include <utility>

namespace grader {

namespace {

constexpr std::int64_t shortest_to_cancel =
    1'000'000;  // ns: what is shorter is over before anybody can cancel it
constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;

/// Draws scenarios. If a scenario's last call is to be compared with the same call alone, it also adds the
/// scenario with that call alone.
class Plan {
public:
    Plan(const std::vector<Function>& functions, bool compared, std::uint64_t seed)
        : functions_(functions), compared_(compared), draw_(seed) {}

    std::vector<PlannedScenario> take() { return std::move(all_); }
    std::size_t count() const { return all_.size(); }

    void alone(const std::string& id, const Text& name, const Function& function, const Case* of_case,
               bool late = false) {
        if (late && !function.late) return;
        if (const auto call = draw_call(function, of_case)) add(id, name, {*call}, late);
    }

    void cancelled(const std::string& id, const Text& name, const Function& function) {
        if (const auto call = draw_cancelled(function)) add(id, name, {*call}, false);
    }

    struct Row {
        std::int64_t before = 1;        ///< calls before the last one
        bool same_function = false;     ///< all are of it
        bool before_cancelled = false;  ///< the call before the last one is cancelled, if possible
        bool last_cancelled = false;
        bool late = false;
    };

    /// Some calls, then one of this function.
    void in_a_row(const std::string& id, const Text& name, const Function& function, const Row& row) {
        const bool has_cases = !function.cases.empty();
        const Case* of_case =
            row.same_function && has_cases && draw_.once_in(3) ? &draw_.one_of(function.cases) : nullptr;
        const Case* of_last =
            of_case == nullptr && has_cases && draw_.once_in(2) ? &draw_.one_of(function.cases) : of_case;
        const auto last = row.last_cancelled ? draw_cancelled(function) : draw_call(function, of_last);
        if (!last || (row.late && !function.late)) return;
        std::vector<PlannedCall> calls;
        const bool repeats = row.same_function && draw_.once_in(3);
        for (std::int64_t i = 0; i < row.before; ++i) {
            const Function& other = row.same_function ? function : draw_.one_of(functions_);
            if (row.late && !other.late) continue;
            const bool is_cancelled = row.before_cancelled && i == row.before - 1;
            // One case after another.
            const Case* its_case = of_case != nullptr || other.cases.empty() || draw_.once_in(2)
                                       ? of_case
                                       : &draw_.one_of(other.cases);
            auto one = is_cancelled ? draw_cancelled(other) : draw_call(other, its_case);
            if (!one && is_cancelled) one = draw_cancelled(function);
            if (one && repeats && !is_cancelled) one->inputs = last->inputs;
            if (one) calls.push_back(*std::move(one));
        }
        if (calls.empty()) return;
        const bool compared = compared_ && !row.late && !row.last_cancelled;
        if (compared) add(id + ", alone", say("{0}, the last call alone", name), {*last}, false);
        calls.push_back(*last);
        add(id, name, std::move(calls), row.late);
        if (compared) all_.back().alone = id + ", alone";
    }

    Draw& draw() { return draw_; }

private:
    std::optional<PlannedCall> draw_call(const Function& function, const Case* of_case) {
        const bool has_cases = !function.cases.empty();
        if (of_case == nullptr && has_cases && draw_.once_in(3)) of_case = &draw_.one_of(function.cases);
        const auto inputs = draw_inputs(function, of_case, draw_);
        if (!inputs) return std::nullopt;
        return PlannedCall{&function, *inputs};
    }

    std::optional<PlannedCall> draw_cancelled(const Function& function) {
        if (!function.cancelled) return std::nullopt;
        constexpr int most_tries = 30;
        for (int i = 0; i < most_tries; ++i) {
            auto call = draw_call(function, nullptr);
            if (!call) continue;
            const auto length = lasts(function, facts_of(function, call->inputs));
            if (!length) return std::nullopt;
            if (*length < shortest_to_cancel) continue;
            // Equally often in each quarter of the call.
            const std::int64_t quarter = cancelled_++ % 4;
            call->cancel_at = Time(draw_.number(std::max<std::int64_t>(*length * quarter / 4, 1),
                                                *length * (quarter + 1) / 4 - 1));
            return call;
        }
        return std::nullopt;
    }

    void add(const std::string& id, const Text& name, std::vector<PlannedCall> calls, bool late) {
        all_.push_back({id, name, std::move(calls), late ? draw_.seed() | 1 : 0});
    }

    const std::vector<Function>& functions_;
    bool compared_;
    std::int64_t cancelled_ = 0;  // calls so far
    Draw draw_;
    std::vector<PlannedScenario> all_;
};

/// The kinds of scenarios. Each kind comes with each function in turn.
void add_drawn(Plan& plan, const Function& function, std::size_t kind, std::size_t number) {
    const std::string id = "drawn " + std::to_string(number);
    const auto named = [&](const Text& how) {
        return say("inputs drawn ({0}), {1}{2}", number, function.name + "()", how);
    };
    Draw& draw = plan.draw();
    switch (kind) {
        case 0:
        case 5: plan.alone(id, named({}), function, nullptr); break;
        case 1:
        case 6: {
            const bool has_case = !function.cases.empty() && draw.once_in(2);
            plan.alone(id, named(say(", timers a little late")), function,
                       has_case ? &draw.one_of(function.cases) : nullptr, true);
            break;
        }
        case 2: plan.cancelled(id, named(say(", cancelled on the way")), function); break;
        case 3:
        case 8:
            plan.in_a_row(id, named(say(" after a call that was cancelled")), function,
                          {.same_function = kind == 3, .before_cancelled = true});
            break;
        case 4:
            plan.in_a_row(id, named(say(" again and again")), function,
                          {.before = draw.number(1, 3), .same_function = true});
            break;
        case 9:
            plan.in_a_row(
                id, named(say(", cancelled after another one")), function,
                {.same_function = true, .before_cancelled = draw.once_in(2), .last_cancelled = true});
            break;
        default:
            plan.in_a_row(
                id, named(say(" after other calls")), function,
                {.before = draw.number(1, 3), .before_cancelled = draw.once_in(2), .late = draw.once_in(4)});
    }
}

constexpr std::size_t kinds = 10;

}  // namespace

std::vector<PlannedScenario> usual_scenarios(const std::vector<Function>& functions, bool compared,
                                             std::uint64_t seed) {
    Plan plan(functions, compared, seed);
    for (const Function& function : functions) {
        const std::string& name = function.name;
        const Text call(name + "()");
        if (function.cases.empty()) plan.alone(name + " alone", say("{0} alone", call), function, nullptr);
        for (std::size_t i = 0; i < function.cases.size(); ++i)
            plan.alone(name + " " + std::to_string(i + 1), function.cases[i].name, function,
                       &function.cases[i]);
        plan.alone(name + " late", say("{0}, timers a little late", call), function,
                   function.cases.empty() ? nullptr : &function.cases.front(), true);
        plan.cancelled(name + " cancelled", say("{0} cancelled from outside half way", call), function);
        plan.in_a_row(name + " again", say("{0} twice in a row", call), function, {.same_function = true});
    }
    return plan.take();
}

std::vector<PlannedScenario> drawn_scenarios(const std::vector<Function>& functions, bool compared,
                                             std::size_t count, std::uint64_t seed) {
    Plan plan(functions, compared, seed * spread + 1);
    const std::size_t most_tries =
        4 * count;  // some functions cannot be cancelled, or never have late timers
    for (std::size_t i = 0; plan.count() < count && i < most_tries; ++i) {
        const std::size_t kind = i % kinds;
        add_drawn(plan, functions[(i / kinds + kind) % functions.size()], kind, plan.count() + 1);
    }
    return plan.take();
}

}  // namespace grader
