#include "tests/traces/random_world.hpp"

namespace traces {

namespace {

/// One statement, about to run at a place.
struct Step {
    Step(World& its_world, const Statement& its_statement, Place its_place)
        : world(its_world), one(its_statement), place(std::move(its_place)) {}

    World& world;
    const Statement& one;
    Place place;

    void log(const std::string& what) const { world.log(place.label + ":" + text(one.id) + " " + what); }
    aio::Coroutine<> block(std::size_t index) const { return run_block(world, one.blocks.at(index), place); }
    Place child(const char* kind, std::size_t index) const {
        return Place(place.label + kind + text(one.id) + "." + std::to_string(index), place.rank);
    }
};

std::string requests() { return text(aio::current_task().cancelling()); }

aio::Coroutine<> make_tasks(Step step) {
    World& world = step.world;
    const int rank = static_cast<int>(world.tasks.size());
    if (step.one.operation == 2) {
        world.tasks.push_back(aio::create_task(run_block(world, step.one.blocks.at(0), Place(text(rank), rank))));
        step.log("spawned " + text(rank));
        co_return;
    }
    const int shielded_rank = world.younger ? rank : step.place.rank;
    const Place place(step.place.label + "s" + text(step.one.id), shielded_rank);
    const aio::Task<> task = aio::create_task(run_block(world, step.one.blocks.at(0), place));
    world.tasks.push_back(task);
    co_await aio::shield(task);
    step.log("shielded");
}

aio::Coroutine<> await_task(Step step, int number, aio::Duration limit) {
    const auto chosen = step.world.choose(number, step.place.rank);
    if (!chosen) co_return;
    aio::Task<> task = step.world.tasks[*chosen];
    const char* what = "";
    switch (step.one.operation) {
        case 5: co_await task; what = "joined "; break;
        case 16: co_await aio::wait_for(task, limit); what = "waited for "; break;
        case 17: co_await aio::shield(task); what = "shielded "; break;
        case 31: co_await aio::timeout(limit, task); what = "in time "; break;
        default: co_await aio::wait_for(aio::shield(task), limit); what = "waited shielded "; break;
    }
    step.log(what + std::to_string(*chosen));
}

aio::Coroutine<> gather_blocks(Step step) {
    World& world = step.world;
    std::vector<aio::Task<>> tasks;
    for (std::size_t i = 0; i < step.one.blocks.size(); ++i)
        tasks.push_back(aio::create_task(run_block(world, step.one.blocks[i], step.child("g", i))));
    if (step.one.argument(1) >= 0) {
        const auto chosen = world.choose(step.one.argument(1), step.place.rank);
        if (chosen) tasks.push_back(world.tasks[*chosen]);
    }
    std::string endings;
    if (step.one.argument(0) != 0) {
        const auto results = co_await aio::gather(aio::return_exceptions, tasks);
        for (const auto& result : results) endings += " " + ending_of(result.error());
    } else {
        co_await aio::gather(tasks);
    }
    step.log("gathered" + endings);
}

aio::Coroutine<> group_body(Step step, aio::TaskGroup& group) {
    for (std::size_t i = 1; i < step.one.blocks.size(); ++i)
        group.create_task(run_block(step.world, step.one.blocks[i], step.child("t", i)));
    co_await step.block(0);
    step.log("body ends");
}

aio::Coroutine<> moved_scope(Step step, aio::TimeoutScope& scope) {
    co_await step.block(0);
    const int then = step.one.argument(1);
    scope.reschedule(then == 99 ? std::optional<aio::Duration>() : std::optional<aio::Duration>(then * 1ms));
    step.log("moved");
    co_await step.block(1);
}

aio::Coroutine<> guarded(Step step) {
    std::exception_ptr error;
    std::optional<aio::TimeoutScope> scope;
    if (step.one.operation == 37) scope.emplace(step.one.argument(0) * 1ms);
    try {
        if (scope) {
            co_await aio::timeout(*scope, moved_scope(step, *scope));
        } else {
            co_await step.block(0);
        }
    } catch (...) {
        error = std::current_exception();
    }
    const bool cancelled = error && ending_of(error) == "CancelledError";
    switch (step.one.operation) {
        case 21:
            if (!cancelled) break;
            error = nullptr;
            {
                const std::string count = requests();
                if (step.one.argument(0) != 0) aio::current_task().uncancel();
                step.log("swallows " + count);
            }
            break;
        case 22:
            if (!error || cancelled) break;
            step.log("caught " + ending_of(error) + " " + requests());
            error = nullptr;
            break;
        case 23:
            step.log("cleanup " + requests());
            co_await step.block(1);
            step.log("clean");
            break;
        default: step.log("expired " + text(scope->expired())); break;
    }
    if (error) std::rethrow_exception(error);
}

aio::Coroutine<> holding(Step step) {
    const std::size_t which = step.one.place(0);
    if (step.one.operation == 6) {
        const auto guard = co_await step.world.locks.at(which).acquire();
        step.log("locked");
        co_await step.block(0);
        step.log("unlocks");
    } else if (step.one.operation == 7) {
        const auto slot = co_await step.world.slots(step.one.argument(0)).acquire();
        step.log("slot");
        co_await step.block(0);
        step.log("frees");
    } else {
        const auto guard = co_await step.world.conditions.at(which).acquire();
        step.log("has condition");
        co_await step.block(0);
        step.log("leaves condition");
    }
}

aio::Coroutine<> use_condition(Step step) {
    World& world = step.world;
    aio::Condition& condition = world.conditions.at(step.one.place(0));
    if (step.one.operation == 27) {
        co_await condition.wait();
        step.log("notified");
    } else if (step.one.operation == 28) {
        condition.notify(step.one.place(1));
        step.log("notifies");
    } else {
        const int wanted = step.one.argument(1);
        co_await condition.wait_for([&world, wanted] { return world.counter % 3 == wanted; });
        step.log("content");
    }
}

aio::Coroutine<> use_queue(Step step) {
    aio::Queue<int>& queue = step.world.queue(step.one.argument(0));
    int item = step.one.id;
    switch (step.one.operation) {
        case 10: co_await queue.put(item); step.log("put " + std::to_string(queue.size())); break;
        case 11: item = co_await queue.get(); step.log("got " + text(item)); break;
        case 12: queue.put_nowait(item); step.log("put now"); break;
        case 13: item = queue.get_nowait(); step.log("got now " + text(item)); break;
        case 32: queue.task_done(); step.log("task done"); break;
        case 33: co_await queue.join(); step.log("queue joined"); break;
        default: queue.shutdown(step.one.argument(1) != 0); step.log("shut down"); break;
    }
}

aio::Coroutine<> time_limited(Step step) {
    const aio::Duration limit = step.one.argument(0) * 1ms;
    if (step.one.operation == 14) {
        co_await aio::timeout(limit, step.block(0));
        step.log("in time");
    } else {
        co_await aio::wait_for(step.block(0), limit);
        step.log("waited");
    }
}

aio::Coroutine<> use_barrier(Step step) {
    aio::Barrier& barrier = step.world.barrier;
    if (step.one.operation == 34) {
        const int place = co_await barrier.wait();
        step.log("barrier " + text(place));
        co_return;
    }
    if (step.one.argument(0) != 0) {
        barrier.abort();
    } else {
        barrier.reset();
    }
    step.log("barrier broken " + text(barrier.broken()));
}

aio::Coroutine<> sleep_or_signal(Step step) {
    World& world = step.world;
    const Statement& one = step.one;
    switch (one.operation) {
        case 0: co_await aio::sleep(one.argument(0) * 1ms); step.log("slept"); break;
        case 1:
            for (int i = 0; i < one.argument(0); ++i) {
                co_await aio::sleep(0s);
                step.log("spin " + text(i));
            }
            break;
        case 3: {
            const aio::Task<>& task = world.tasks.at(one.place(0) % world.tasks.size());
            const bool cancelled = task.cancel();
            step.log("cancel " + text(cancelled) + " " + text(task.cancelling()));
            break;
        }
        case 4: step.log("self " + text(aio::current_task().cancel())); break;
        case 8: co_await world.events.at(one.place(0)).wait(); step.log("event"); break;
        case 9:
            world.events.at(one.place(0)).set();
            if (one.argument(1) != 0) world.events.at(one.place(0)).clear();
            step.log("set");
            break;
        case 20:
            co_await aio::task_group([&step](aio::TaskGroup& group) { return group_body(step, group); });
            step.log("group over");
            break;
        case 24: throw Err(text(one.id));
        case 25: step.log("uncancel " + text(aio::current_task().uncancel())); break;
        case 30: ++world.counter; step.log("counts"); break;
        default: throw std::logic_error("no such operation: " + text(one.operation));
    }
}

aio::Coroutine<> run_statement(Step step) {
    switch (step.one.operation) {
        case 2: case 18: return make_tasks(step);
        case 5: case 17: return await_task(step, step.one.argument(0), 0s);
        case 16: case 31: case 38: return await_task(step, step.one.argument(1), step.one.argument(0) * 1ms);
        case 6: case 7: case 26: return holding(step);
        case 10: case 11: case 12: case 13: case 32: case 33: case 36: return use_queue(step);
        case 14: case 15: return time_limited(step);
        case 19: return gather_blocks(step);
        case 21: case 22: case 23: case 37: return guarded(step);
        case 27: case 28: case 29: return use_condition(step);
        case 34: case 35: return use_barrier(step);
        default: return sleep_or_signal(step);
    }
}

}  // namespace

aio::Coroutine<> run_block(World& world, const std::vector<Statement>& block, Place place) {
    for (const Statement& one : block) co_await run_statement(Step(world, one, place));
}

}  // namespace traces
