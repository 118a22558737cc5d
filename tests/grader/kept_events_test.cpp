#include "grader/run/kept_events.hpp"
#include "grader/run/timekeeper.hpp"
#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace grader;
using by_hand::Kind;

namespace {

constexpr std::size_t much_room = std::size_t{1} << 40;

protocol::Record named(Kind kind, const std::string& name) {
    protocol::Record record = by_hand::record(kind);
    record.name = name;
    return record;
}

}  // namespace

TEST_CASE("kept events: what no measure asks for is counted in a long run, and no longer kept") {
    for (const Kind kind : {Kind::coroutine_began, Kind::coroutine_ended, Kind::yielded, Kind::wait_began,
                            Kind::wait_ended, Kind::semaphore_wait_began, Kind::semaphore_wait_ended}) {
        KeptEvents kept(much_room);
        for (int i = 0; i < 100'000; ++i) kept.add(Time(i), by_hand::record(kind));
        const std::size_t bytes = kept.bytes();
        CHECK(kept.count() == 100'000);
        CHECK(bytes < std::size_t{5} << 20);
        kept.add(Time(5), by_hand::record(Kind::sleep_began));
        CHECK(kept.bytes() > bytes);
        const std::vector<Event> events = kept.take();
        CHECK(events.size() < 20'000);
        CHECK(events.back().what.kind == Kind::sleep_began);
    }
}

TEST_CASE("kept events: what measures ask for is kept however long the run is") {
    KeptEvents kept(much_room);
    for (int i = 0; i < 100'000; ++i) kept.add(Time(i), by_hand::record(Kind::sleep_began));
    CHECK(kept.take().size() == 100'000);
}

TEST_CASE("kept events: names, details, places and printed text take room, too") {
    KeptEvents kept(much_room);
    const auto grown_by = [&kept](const auto& add) {
        const std::size_t before = kept.bytes();
        add();
        return kept.bytes() - before;
    };
    protocol::Record record = by_hand::record(Kind::printed);
    const std::size_t plain = grown_by([&] { kept.add(Time(), record); });
    CHECK(grown_by([&] { kept.printed(std::string(1000, 'x')); }) == 1000);
    record.name = std::string(100, 'n');
    record.detail = std::string(200, 'd');
    record.where.assign(10, 7);
    CHECK(grown_by([&] { kept.add(Time(), record); }) == plain + 100 + 200 + 10 * 8);
}

TEST_CASE("kept events: a name that many have in common is there once") {
    KeptEvents kept(much_room);
    for (int i = 0; i < 3; ++i) kept.add(Time(), named(Kind::sleep_began, "download"));
    kept.add(Time(), named(Kind::sleep_began, "crawl"));
    const std::vector<Event> events = kept.take();
    CHECK(events[0].what.name == "download");
    CHECK(&events[0].what.name.str() == &events[2].what.name.str());
    CHECK(events[3].what.name == "crawl");
}

TEST_CASE("kept events: printed text belongs to the last event that prints, and to no other") {
    KeptEvents kept(much_room);
    kept.printed("nobody");
    kept.add(Time(), by_hand::record(Kind::sleep_began));
    kept.printed("nobody");
    kept.add(Time(), by_hand::record(Kind::printed));
    kept.printed("somebody");
    const std::vector<Event> events = kept.take();
    CHECK(events[0].what.detail == "");
    CHECK(events[1].what.detail == "somebody");
}

TEST_CASE("timekeeper: where the other runs have left little room, less is too much") {
    const Scenario scenario;
    Timekeeper keeper(scenario, run_limits(), {}, 10'000);
    while (!keeper.too_much()) keeper.take(by_hand::record(Kind::task_created));
    CHECK(keeper.no_room());
    CHECK(keeper.kept_bytes() < 11'000);
    CHECK(keeper.told() < 100);
}
