#include "tests/traces/kit.hpp"

#include <cstddef>
#include <cstdint>

// Programs that nobody wrote: six tasks, each with eight things to do, drawn by dice, at one lock, condition,
// semaphore, event, queue and barrier that they share, while they cancel one another and themselves.
// CPython 3.13, given the same dice, leaves these traces; so what happens when everything comes together is
// asyncio's, turn by turn.

namespace traces {

namespace {

constexpr int tasks = 6;
constexpr int jobs = 8;
constexpr int rounds = 12;

/// Numerical Recipes' generator: a line in every language.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : state_(seed) {}
    int roll(int sides) {
        state_ = state_ * 1664525u + 1013904223u;
        return static_cast<int>((state_ >> 16) % static_cast<std::uint32_t>(sides));
    }

private:
    std::uint32_t state_;
};

struct World {
    explicit World(Log& to) : log(to) {}
    Log& log;
    aio::Lock lock;
    aio::Condition condition{lock};
    aio::Semaphore slots{2};
    aio::Event event;
    aio::Queue<int> queue{2};
    aio::Barrier barrier{3};
    std::vector<aio::Task<>> all;
    int put = 0;
};

struct Job {
    int kind;
    int number;
    int length;
    bool swallows;  // a cancellation
};

std::string size(const World& world) { return std::to_string(world.queue.size()); }

aio::Coroutine<> nap(int length) {
    if (length > 2) {
        co_await aio::sleep((length - 2) * 1ms);
        co_return;
    }
    for (int i = 0; i < length; ++i) co_await aio::sleep(0s);
}

aio::Coroutine<> at_the_lock(World& world, std::string me, Job job) {
    const auto guard = co_await world.lock.acquire();
    int length = job.length;
    switch (job.kind) {
        case 0:
            world.log(me + "locked");
            break;
        case 1:
            co_await world.condition.wait();
            world.log(me + "notified");
            length = job.number;
            break;
        case 2:
            world.condition.notify(static_cast<std::size_t>(job.number % 3));
            world.log(me + "notifies");
            break;
        default:
            co_await world.condition.wait_for(
                [&world, job] { return world.event.is_set() || world.put % 3 == job.number % 3; });
            world.log(me + "content");
    }
    co_await nap(length);
}

void at_the_queue_now(World& world, const std::string& me, int kind) {
    try {
        if (kind == 8) {
            world.log(me + "got " + text(world.queue.get_nowait()));
        } else {
            const int item = ++world.put;
            world.queue.put_nowait(item);
            world.log(me + "put " + text(item));
        }
    } catch (const aio::QueueEmpty&) {
        world.log(me + "QueueEmpty");
    } catch (const aio::QueueFull&) {
        world.log(me + "QueueFull");
    } catch (const aio::QueueShutDown&) {
        world.log(me + "QueueShutDown");
    }
}

void says_done(World& world, const std::string& me) {
    try {
        world.queue.task_done();
        world.log(me + "done");
    } catch (const aio::ValueError&) {
        world.log(me + "too many");
    }
}

aio::Coroutine<> at_the_queue(World& world, std::string me, Job job) {
    if (job.kind == 6) {
        const int item = ++world.put;
        co_await world.queue.put(item);
        world.log(me + "put " + text(item) + " size " + size(world));
    } else if (job.kind == 7) {
        const int item = co_await world.queue.get();
        world.log(me + "got " + text(item) + " size " + size(world));
    } else if (job.number % 2 == 1) {
        co_await world.queue.join();
        world.log(me + "joined");
    } else {
        says_done(world, me);
    }
}

aio::Coroutine<> at_the_barrier(World& world, std::string me, Job job) {
    const auto waiting = [&] { return " waiting " + text(world.barrier.n_waiting()); };
    if (job.kind == 10) {
        const int index = co_await world.barrier.wait();
        world.log(me + "index " + text(index) + waiting());
        co_return;
    }
    if (job.number % 4 == 0) {
        world.barrier.abort();
    } else {
        world.barrier.reset();
    }
    world.log(me + "broken " + text(world.barrier.broken()) + waiting());
}

aio::Coroutine<> at_the_semaphore(World& world, std::string me, Job job) {
    const auto slot = co_await world.slots.acquire();
    world.log(me + "has a slot");
    co_await nap(job.length);
}

aio::Coroutine<> does(World& world, std::string me, Job job) {
    switch (job.kind) {
        case 0:
        case 1:
        case 2:
        case 14:
            co_await at_the_lock(world, me, job);
            break;
        case 3:
            co_await at_the_semaphore(world, me, job);
            break;
        case 4:
            co_await world.event.wait();
            world.log(me + "saw the event");
            break;
        case 5:
            world.event.set();
            co_await nap(job.number);
            world.event.clear();
            world.log(me + "cleared");
            break;
        case 8:
        case 9:
            at_the_queue_now(world, me, job.kind);
            break;
        case 10:
        case 11:
            co_await at_the_barrier(world, me, job);
            break;
        case 12:
            world.all[static_cast<std::size_t>(job.number)].cancel();
            world.log(me + "cancels " + text(job.number));
            co_await nap(job.length);
            break;
        case 15:
            if (job.length == 4 && job.number % 3 == 0) {
                world.queue.shutdown(job.number == 3);
                world.log(me + "shuts down");
            } else {
                co_await nap(job.length);
                world.log(me + "slept");
            }
            break;
        default:
            co_await at_the_queue(world, me, job);
    }
}

aio::Coroutine<> works_off(World& world, std::string me, std::vector<Job> list) {
    for (const Job& job : list) {
        try {
            co_await does(world, me, job);
        } catch (const aio::CancelledError&) {
            world.log(me + "cancelled in " + text(job.kind));
            if (!job.swallows) throw;
        } catch (const aio::BrokenBarrierError&) {
            world.log(me + "BrokenBarrierError");
        } catch (const aio::QueueShutDown&) {
            world.log(me + "QueueShutDown");
        }
    }
}

aio::Coroutine<> disturb(World& world, Dice& dice) {
    for (int i = 0; i < rounds; ++i) {
        const int kind = dice.roll(5);
        const int who = dice.roll(tasks);
        const int length = dice.roll(5);
        if (kind == 0) world.all[static_cast<std::size_t>(who)].cancel();
        if (kind == 1) {
            world.event.set();
            world.event.clear();
        }
        try {
            if (kind == 2 && world.queue.size() < 2) world.queue.put_nowait(-who);
        } catch (const aio::QueueShutDown&) {
        }
        if (kind == 3 && !world.queue.empty()) world.queue.get_nowait();
        world.log("main " + text(kind));
        co_await nap(length);
    }
}

template <std::uint32_t seed>
aio::Coroutine<> mixed(Log& log) {
    Dice dice(seed);
    World world(log);
    for (int me = 0; me < tasks; ++me) {
        std::vector<Job> list;
        for (int i = 0; i < jobs; ++i) {
            const int kind = dice.roll(16);
            const int number = dice.roll(tasks);
            const int length = dice.roll(5);
            list.push_back({kind, number, length, dice.roll(2) == 1});
        }
        world.all.push_back(aio::create_task(works_off(world, text(me) + " ", std::move(list))));
    }
    co_await disturb(world, dice);
    co_await aio::sleep(20ms);
    for (int me = 0; me < tasks; ++me) {
        const aio::Task<>& task = world.all[static_cast<std::size_t>(me)];
        while (!task.done()) {
            task.cancel();
            co_await aio::sleep(1ms);
        }
        log(text(me) + " ends " + (task.cancelled() ? "cancelled" : "well"));
    }
    log("lock " + text(world.lock.locked()) + " slots " + text(world.slots.locked()) + " size " +
        size(world) + " waiting " + text(world.barrier.n_waiting()));
}

const Table table{
    {"mixed_1", mixed<1>}, {"mixed_2", mixed<2>},   {"mixed_3", mixed<3>},   {"mixed_4", mixed<4>},
    {"mixed_5", mixed<5>}, {"mixed_6", mixed<6>},   {"mixed_7", mixed<7>},   {"mixed_8", mixed<8>},
    {"mixed_9", mixed<9>}, {"mixed_10", mixed<10>}, {"mixed_11", mixed<11>}, {"mixed_12", mixed<12>},
};

}  // namespace

}  // namespace traces
