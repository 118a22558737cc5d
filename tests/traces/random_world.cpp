#include "tests/traces/random_world.hpp"

#include <algorithm>

namespace traces {

Statement read_statement(std::istream& input) {
    Statement one;
    std::size_t count = 0;
    input >> one.operation >> one.id >> count;
    one.arguments.resize(count);
    for (int& argument : one.arguments) input >> argument;
    input >> count;
    one.blocks.resize(count);
    for (auto& block : one.blocks) {
        input >> count;
        while (count-- > 0) block.push_back(read_statement(input));
    }
    return one;
}

std::string ending_of(const std::exception_ptr& error) {
    if (!error) return "None";
    try {
        std::rethrow_exception(error);
    } catch (const aio::QueueEmpty&) {
        return "QueueEmpty";
    } catch (const aio::QueueFull&) {
        return "QueueFull";
    } catch (const aio::QueueShutDown&) {
        return "QueueShutDown";
    } catch (const aio::BrokenBarrierError&) {
        return "BrokenBarrierError";
    } catch (const aio::ValueError&) {
        return "ValueError";
    } catch (const aio::ExceptionGroup& group) {
        std::vector<std::string> names;
        for (const auto& one : group.errors()) names.push_back(ending_of(one));
        std::ranges::sort(names);
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
        return "Group[" + all + "]";
    } catch (...) {
        return spelling(std::current_exception());
    }
}

std::optional<std::size_t> World::choose(int number, int rank) const {
    const int count = static_cast<int>(tasks.size());
    const int first = younger ? rank + 1 : 0;
    const int last = younger ? count : std::min(rank, count);
    if (first >= last) return std::nullopt;
    return static_cast<std::size_t>(first + number % (last - first));
}

namespace {

void write_the_end(World& world) {
    std::string ends;
    for (const auto& task : world.tasks) {
        ends += " " + (task.done() ? ending_of(task.error()) : "pending"s) + "/" + text(task.cancelling());
    }
    world.log("ends" + ends);
    std::string held;
    for (const auto& lock : world.locks) held += text(lock.locked());
    held += text(world.one.locked()) + text(world.two.locked());
    for (const auto& condition : world.conditions) held += text(condition.locked());
    held += std::to_string(world.small.size()) + std::to_string(world.endless.size());
    world.log("locks " + held + std::to_string(world.barrier.n_waiting()));
}

}  // namespace

aio::Coroutine<> run_program(World& world, const Statement& program) {
    for (const auto& block : program.blocks) {
        const int rank = static_cast<int>(world.tasks.size());
        world.tasks.push_back(aio::create_task(run_block(world, block, Place(text(rank), rank))));
    }
    co_await aio::sleep(25ms);
    bool over = false;
    for (int round = 0; round < 60 && !over; ++round) {
        over = true;
        for (std::size_t i = 0; i < world.tasks.size(); ++i) {
            if (world.tasks[i].done()) continue;
            over = false;
            world.tasks[i].cancel();
            co_await aio::sleep(1ms);
        }
    }
    if (!over) world.log("stuck");
    write_the_end(world);
}

}  // namespace traces
