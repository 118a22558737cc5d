#include "grader/grading/explore.hpp"

#include "grader/orders/search.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace grader {

namespace {

using protocol::Order;

constexpr std::size_t most_orders = 64;           // of one scenario
constexpr std::size_t most_simplifications = 24;  // runs to find a simpler order that shows the same fault
constexpr std::size_t most_simpler_runs = 60;     // runs to find simpler inputs that show it
constexpr std::size_t most_simpler_orders = 12;   // of those, for each choice of inputs

// In events, as a measure of processor time. A scenario also gets the part that earlier ones have left of
// their shares.
constexpr std::size_t budget = 50'000;
constexpr std::size_t cost_of_a_process = 500;

// A choice costs as much as an event; an honest run has fewer of them.
std::size_t cost(const Run& run) { return cost_of_a_process + std::max(run.size(), run.offered.size()); }

/// Of one submission.
class Explorer {
public:
    Explorer(Session& session, const Exercise& exercise, const Trials& tried, std::uint64_t seed)
        : session_(session), exercise_(exercise), trials_(tried), seed_(seed), evidence_(tried.runs) {
        for (const Criterion& criterion : exercise.rubric.criteria()) {
            if (tried.holds(criterion)) holding_.push_back(&criterion);
        }
    }

    aio::Coroutine<Exploration> explore_all() {
        const bool right_so_far = holding_.size() == exercise_.rubric.criteria().size() &&
                                  std::ranges::all_of(trials_.runs, [](const Played& one) {
                                      return one.run.ending == Ending::finished;
                                  });
        if (!right_so_far) co_return std::move(found_);
        // Scenarios with few choices first; scenarios with many get the rest of their budget.
        std::vector<const Played*> by_choices;
        for (const Played& usual : trials_.usual) by_choices.push_back(&usual);
        std::ranges::sort(by_choices, {},
                          [](const Played* usual) { return std::pair(usual->run.offered.size(), usual); });
        std::size_t left = by_choices.size();
        for (const Played* usual : by_choices) {
            const std::size_t share = (budget - std::min(budget, used_)) / left--;
            co_await explore_one(*usual, share);
            if (hopeless_) break;
        }
        if (out_of_budget_) {
            out_of_budget_->scenario.name = name_of_another_order(out_of_budget_->scenario);
            found_.counterexamples.push_back(*std::move(out_of_budget_));
        }
        co_return std::move(found_);
    }

private:
    /// What a run in another order shows that the usual one does not.
    struct Fault {
        Ending ending = Ending::finished;
        std::vector<const Criterion*> lost;
        bool ended_badly() const { return ending != Ending::finished; }
        explicit operator bool() const { return ended_badly() || !lost.empty(); }
        bool operator==(const Fault&) const = default;
    };

    aio::Coroutine<> explore_one(const Played& usual, std::size_t share) {
        OrderSearch search(seed_, most_orders);
        search.tried({}, usual.run.offered);
        const std::size_t begin = used_;
        OrdersTried& tried = found_.orders[usual.scenario.id];
        // One other order is tried even where a scenario costs more than its share: so a program cannot avoid
        // this by reporting choices that did not exist.
        const auto may_go_on = [&] {
            const bool is_first = search.count() == 1;
            return used_ + cost(usual.run) <= (is_first ? budget : begin + share);
        };
        while (may_go_on()) {
            const std::optional<Order> order = search.next();
            if (!order) break;
            Played other = co_await play(usual.scenario, *order, usual.run.offered);
            search.tried(*order, other.run.offered);
            if (out_of_budget_) {
                hopeless_ = true;
                break;
            }
            const Fault fault = fault_in(other);
            if (!fault) continue;
            if (is_hopeless(other.run.ending)) {
                hopeless_ = true;
            } else {
                const std::size_t explored = used_;
                std::vector<std::uint8_t> offered = usual.run.offered;
                other = co_await with_simpler_inputs(std::move(other), fault, offered);
                other = co_await simplified(std::move(other), fault, offered);
                used_ = explored;  // the budget of other scenarios does not depend on it
            }
            other.scenario.name = name_of_another_order(other.scenario);
            std::erase_if(holding_,
                          [&](const Criterion* one) { return std::ranges::count(fault.lost, one) > 0; });
            found_.counterexamples.push_back(std::move(other));
            hopeless_ = hopeless_ || out_of_budget_.has_value();
            if (fault.ended_badly() || hopeless_) break;
        }
        tried = {search.count(), search.all()};
    }

    /// `usual`: the choices that the usual order offered; empty if this is the usual order.
    aio::Coroutine<Played> play(const Scenario& scenario, const Order& order,
                                const std::vector<std::uint8_t>& usual) {
        Played other{scenario, {}};
        other.scenario.script.order = order;
        other.run = co_await session_.play(other.scenario, usual);
        used_ += cost(other.run);
        found_.cpu_us += other.run.cpu_us;
        found_.max_rss_kb = std::max(found_.max_rss_kb, other.run.max_rss_kb);
        if (other.run.ending == Ending::over_budget && !out_of_budget_) out_of_budget_ = other;
        co_return other;
    }

    /// A name that no other run in the verdict has.
    Text name_of_another_order(const Scenario& scenario) const {
        const auto before = std::ranges::count_if(
            found_.counterexamples, [&](const Played& other) { return other.scenario.id == scenario.id; });
        if (before == 0) return say("{0}, in another order", scenario.name);
        return say("{0}, in another order ({1})", scenario.name, before + 1);
    }

    Fault fault_in(const Played& other) {
        Fault fault;
        fault.ending = other.run.ending;
        const std::vector<std::optional<Finding>> findings = evidence_.findings(holding_, other);
        for (std::size_t i = 0; i < holding_.size(); ++i) {
            if (findings[i] && !findings[i]->holds) fault.lost.push_back(holding_[i]);
        }
        return fault;
    }

    /// With the fewest departures that still show all of the fault.
    aio::Coroutine<Played> simplified(Played failing, const Fault& fault,
                                      const std::vector<std::uint8_t>& usual) {
        std::size_t tries = 0;
        for (bool simpler_found = true; simpler_found;) {
            simpler_found = false;
            Simpler simpler(failing.scenario.script.order);
            while (const std::optional<Order> order = simpler.next()) {
                if (++tries > most_simplifications) break;
                Played other = co_await play(failing.scenario, *order, usual);
                if (fault_in(other) != fault) continue;
                failing = std::move(other);
                simpler_found = true;
                break;
            }
        }
        co_return failing;
    }

    /// Finds simpler inputs for which some other order still shows the whole fault, and the usual order shows
    /// none. `usual`: the choices of the usual order; updated for the new inputs.
    aio::Coroutine<Played> with_simpler_inputs(Played failing, const Fault& fault,
                                               std::vector<std::uint8_t>& usual) {
        const Text usual_name = failing.scenario.name;
        std::size_t runs_left = most_simpler_runs;
        for (bool simpler_found = true; simpler_found;) {
            simpler_found = false;
            for (Scenario& simpler : exercise_.simpler(failing.scenario)) {
                simpler.made_simpler = true;
                simpler.name = say("{0}, made smaller", usual_name);
                std::optional<Played> other = co_await in_some_order(simpler, fault, runs_left, usual);
                if (!other) continue;
                failing = *std::move(other);
                simpler_found = true;
                break;
            }
        }
        co_return failing;
    }

    /// The run in the first order that shows the whole fault. Nothing if there is none, or if the usual order
    /// shows a fault.
    aio::Coroutine<std::optional<Played>> in_some_order(const Scenario& scenario, const Fault& fault,
                                                        std::size_t& runs_left,
                                                        std::vector<std::uint8_t>& usual) {
        OrderSearch search(seed_, most_simpler_orders);
        std::vector<std::uint8_t> offered;
        std::optional<Order> order = Order();
        for (; order && runs_left > 0; order = search.next(), --runs_left) {
            Played other = co_await play(scenario, *order, offered);
            search.tried(*order, other.run.offered);
            const Fault found = fault_in(other);
            if (order->empty()) {
                if (found) break;
                offered = other.run.offered;
            } else if (found == fault) {
                usual = std::move(offered);
                co_return other;
            }
        }
        co_return std::nullopt;
    }

    Session& session_;
    const Exercise& exercise_;
    const Trials& trials_;
    std::uint64_t seed_;
    Evidence evidence_;
    std::vector<const Criterion*> holding_;
    std::size_t used_ = 0;
    bool hopeless_ = false;
    std::optional<Played> out_of_budget_;  // the first run that the submission had no time left for
    Exploration found_;
};

}  // namespace

aio::Coroutine<Exploration> explore(Session& session, const Exercise& exercise, const Trials& tried,
                                    std::uint64_t seed) {
    Explorer explorer(session, exercise, tried, seed);
    Exploration found = co_await explorer.explore_all();
    co_return found;
}

}  // namespace grader
