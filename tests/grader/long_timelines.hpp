#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/judge/evidence.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

/// Timelines as long as one likes, of the shapes that cost a judge most. For tests and for
/// tests/bench/judge_bench.cpp.
namespace long_timelines {

using namespace std::chrono_literals;
using by_hand::Awaited;
using by_hand::Kind;
using by_hand::Tale;
using grader::Time;

/// What happens in a call, in about `events` events.
struct Shape {
    const char* name;
    void (*tell)(Tale& tale, std::uint32_t events);
};

inline void short_sleeps(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events / 2; ++i) tale.sleeps_through(1, 1ms);
}

inline void sleeps_at_once(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.sleeps(who, who * 1ms);
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.at(tale.now() + 1ms).wakes(who);
}

inline void pages_at_once(Tale& tale, std::uint32_t events) {
    const std::uint32_t pages = events / 4;
    for (std::uint32_t who = 1; who <= pages; ++who) tale.prints(who, std::to_string(who)).sleeps(who, 1s);
    tale.at(tale.now() + 1s);
    for (std::uint32_t who = 1; who <= pages; ++who) tale.wakes(who).prints(who, "done");
}

inline void pages_one_by_one(Tale& tale, std::uint32_t events) {
    for (std::uint32_t page = 0; page < events / 3; ++page)
        tale.prints(1, std::to_string(page)).sleeps_through(1, 1s);
}

inline void yields(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events; ++i) tale.does(1, Kind::yielded);
}

inline void nested_awaits(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.does(who, Kind::coroutine_began);
    for (std::uint32_t who = events / 2; who > 0; --who) tale.does(who, Kind::coroutine_ended);
}

inline void slots_taken_in_turn(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events / 2; ++i)
        tale.does(1 + i % 2, Kind::semaphore_acquired).gives_slot_back(1 + i % 2);
}

inline void prints(Tale& tale, std::uint32_t events) {
    tale.sleeps_through(1, 1s);
    for (std::uint32_t i = 0; i < events; ++i) tale.prints(1, std::to_string(i) + ' ');
}

inline void blocks(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events; ++i) tale.blocks(1, 1ms);
}

/// All of it at one moment, in one task.
inline void blocks_for_no_time_and_prints(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events / 2; ++i) tale.prints(1, std::to_string(i)).blocks(1, 0s);
}

inline void tasks_left_behind(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.starts_task(1, "job", who + 1);
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.leaves_task(who + 1);
}

inline void results(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events; ++i) tale.result("answer", "an answer");
}

inline void never_awaited(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events; ++i) tale.never_awaits("job", i);
}

/// The call does not return.
inline void waits_for_ever(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events; ++who) tale.waits_for_ever(who, "a lock that is held");
}

/// Nobody prints a number of its own, and somebody prints more than one may say at one moment.
inline void pages_of_others(Tale& tale, std::uint32_t events) {
    for (std::uint32_t number = 0; number < 400; ++number) tale.prints(1, std::to_string(number));
    for (std::uint32_t who = 2; who <= events / 2; ++who) tale.sleeps(who, 1s);
    tale.at(tale.now() + 1s);
    for (std::uint32_t who = 2; who <= events / 2; ++who) tale.wakes(who);
}

/// Each page may be one of two, and the last can be the first only.
inline void pages_that_push_each_other(Tale& tale, std::uint32_t events) {
    const std::uint32_t pages = events / 3;
    for (std::uint32_t page = 0; page < pages; ++page) {
        const std::string numbers = std::to_string(page) + " or " + std::to_string(page + 1);
        tale.prints(1, page + 1 < pages ? numbers : "0").sleeps_through(1, 1s);
    }
}

inline void pieces(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events / 2; ++i) tale.sleeps_through(1, 250ms);
}

/// In many tasks, which begin and end in turn.
inline void a_second_each(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events / 2; ++who) tale.sleeps_through(who, 1s);
}

inline void late_sleeps(Tale& tale, std::uint32_t events) {
    for (std::uint32_t i = 0; i < events / 2; ++i) tale.sleeps_late(1, 1ms, 1us);
}

inline void timeouts_around_events(Tale& tale, std::uint32_t events) {
    for (std::uint32_t who = 1; who <= events / 4; ++who) tale.arms(who, who, 1s).awaits(who, Awaited::event);
    tale.at(tale.now() + 1s);
    for (std::uint32_t who = 1; who <= events / 4; ++who)
        tale.awaits_no_longer(who, Awaited::event).timeout_expires(who, who);
}

/// All of them of one task, within each other.
inline void nested_timeouts(Tale& tale, std::uint32_t events) {
    for (std::uint32_t number = 1; number <= events / 2; ++number) tale.arms(1, number, number * 1s);
    for (std::uint32_t number = events / 2; number > 0; --number) tale.disarms(1, number);
}

inline void a_list_of_results(Tale& tale, std::uint32_t events) {
    tale.result("result.size", std::to_string(events));
    for (std::uint32_t i = 0; i < events; ++i) tale.result("result", "an answer");
}

inline const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {"short sleeps in one task", short_sleeps},
        {"sleeps at once", sleeps_at_once},
        {"pages at once", pages_at_once},
        {"pages one by one", pages_one_by_one},
        {"yields", yields},
        {"nested awaits", nested_awaits},
        {"slots taken in turn", slots_taken_in_turn},
        {"prints", prints},
        {"the loop held up", blocks},
        {"the loop held up for no time, and prints", blocks_for_no_time_and_prints},
        {"tasks left behind", tasks_left_behind},
        {"results", results},
        {"coroutines never awaited", never_awaited},
        {"waits for ever", waits_for_ever},
        {"pages whose numbers others print", pages_of_others},
        {"pages that push each other", pages_that_push_each_other},
        {"waits in pieces", pieces},
        {"a second each, in many tasks", a_second_each},
        {"sleeps that are late", late_sleeps},
        {"timeouts around events", timeouts_around_events},
        {"timeouts within each other", nested_timeouts},
        {"a list of results", a_list_of_results},
    };
    return all;
}

/// All calls of a scenario; the first takes that shape.
inline void tell(Tale& tale, const Shape& shape, std::uint32_t events) {
    const std::vector<protocol::Call>& calls = tale.scenario().script.calls;
    for (const protocol::Call& call : calls) {
        tale.call(call.function);
        if (&call == &calls.front()) shape.tell(tale, events);
        if (tale.run().ending == grader::Ending::deadlocked) break;
        tale.returns();
    }
}

inline grader::Played played(const grader::Scenario& scenario, const Shape& shape, std::uint32_t events) {
    Tale tale(scenario);
    tell(tale, shape, events);
    return {scenario, tale.run()};
}

/// Of each kind of scenario of an exercise one, in so many events: those that differ in inputs only are of
/// one kind.
inline std::vector<grader::Played> all_played(const grader::Exercise& exercise, const Shape& shape,
                                              std::uint32_t events) {
    std::vector<grader::Played> runs;
    std::set<std::string> kinds;
    for (const grader::Scenario& scenario : exercise.scenarios(1)) {
        std::string kind = scenario.script.late_seed != 0 ? "late" : "";
        for (std::size_t call = 0; call < scenario.script.calls.size(); ++call)
            kind +=
                scenario.script.calls[call].function + (scenario.is_cancelled(call) ? " cancelled, " : ", ");
        if (kinds.insert(kind).second) runs.push_back(played(scenario, shape, events));
    }
    return runs;
}

}  // namespace long_timelines
