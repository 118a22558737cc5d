#include "grader/protocol/protocol.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace protocol;

namespace {

Record full_record(Kind kind) {
    Record record;
    record.kind = kind;
    record.completion = Completion::cancelled;
    record.awaited = Awaited::queue_join;
    record.students = true;
    record.task_id = 7;
    record.coroutine_id = 0xffffffff;
    record.line = 31;
    record.subject = 0xfedcba9876543210;
    record.count = -1;
    record.length_ns = 1'700'000'000;
    record.name = "toast_bread";
    record.detail = std::string("Caf\xc3\xa9 \0 \xff", 9);
    record.where = {0x1234, 0, 0xffffffffffffffff};
    return record;
}

bool same(const Record& a, const Record& b) {
    return a.kind == b.kind && a.completion == b.completion && a.awaited == b.awaited &&
           a.students == b.students && a.task_id == b.task_id && a.coroutine_id == b.coroutine_id &&
           a.line == b.line && a.subject == b.subject && a.count == b.count && a.length_ns == b.length_ns &&
           a.name == b.name && a.detail == b.detail && a.where == b.where;
}

std::string written(const Record& record) {
    std::string bytes;
    write_record(bytes, record);
    return bytes;
}

Script two_calls() {
    Script script;
    script.late_seed = 0x123456789abcdef0;
    script.calls.push_back({"forecast",
                            {{"budget", "3"},
                             {"server.0.name",
                              "Montr\xc3\xa9"
                              "al"}}});
    script.calls.push_back({"crawl", {}});
    return script;
}

/// One payload of every sort, to be spoilt.
std::vector<std::string> honest_payloads() {
    std::string records;
    for (int kind = 0; kind < static_cast<int>(Kind::count); ++kind) {
        write_record(records, full_record(static_cast<Kind>(kind)));
    }
    return {records, written(full_record(Kind::printed)), write_script(two_calls()),
            write_answer({true, false, 5}), ""};
}

std::string random_bytes(std::mt19937_64& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

std::string spoil(std::string payload, std::mt19937_64& random) {
    const std::size_t at = payload.empty() ? 0 : random() % payload.size();
    switch (random() % 5) {
        case 0:
            payload.resize(at);
            break;
        case 1:
            payload += random_bytes(random, random() % 40);
            break;
        case 2:
            payload.insert(at, random_bytes(random, 1 + random() % 8));
            break;
        case 3:
            payload = random_bytes(random, random() % 300);
            break;
        default:
            for (std::uint64_t flips = 1 + random() % 4; flips > 0 && !payload.empty(); --flips) {
                char& byte = payload[random() % payload.size()];
                byte = static_cast<char>(byte ^ (1 << (random() % 8)));
            }
    }
    return payload;
}

/// Everything the readers say of some bytes, and whether what they accept is no larger than the bytes allow.
void read_all_ways(const std::string& payload, int& accepted) {
    if (const auto records = read_records(payload)) {
        ++accepted;
        CHECK(records->size() <= payload.size());
        for (const Record& record : *records) {
            REQUIRE(record.kind < Kind::count);
            REQUIRE(record.completion <= Completion::cancelled);
            REQUIRE(record.awaited <= Awaited::queue_join);
            REQUIRE(record.name.size() + record.detail.size() <= payload.size());
        }
    }
    if (const auto script = read_script(payload)) {
        ++accepted;
        REQUIRE(script->calls.size() <= payload.size());
    }
    if (read_answer(payload)) REQUIRE(payload.size() == 18);
}

}  // namespace

TEST_CASE("protocol: a frame of records begins with the token it was written with") {
    const std::string bytes = "\xef\xcd\xab\x90\x78\x56\x34\x12records";
    std::string_view payload = bytes;
    CHECK(protocol::take_token(payload) == 0x1234567890abcdef);
    CHECK(payload == "records");
}

TEST_CASE("protocol: a frame too short for a token has none") {
    std::string_view payload = "1234567";
    CHECK_FALSE(protocol::take_token(payload));
}

TEST_CASE("protocol: a record of every kind is read as it was written") {
    for (int kind = 0; kind < static_cast<int>(Kind::count); ++kind) {
        const Record record = full_record(static_cast<Kind>(kind));
        const auto read = read_records(written(record));
        REQUIRE(read);
        REQUIRE(read->size() == 1);
        CHECK(same(read->front(), record));
    }
}

TEST_CASE("protocol: records in one payload are read in their order") {
    std::string payload;
    for (const Kind kind : {Kind::call_began, Kind::sleep_began, Kind::asks})
        write_record(payload, full_record(kind));
    const auto read = read_records(payload);
    REQUIRE(read);
    REQUIRE(read->size() == 3);
    CHECK((*read)[0].kind == Kind::call_began);
    CHECK((*read)[1].kind == Kind::sleep_began);
    CHECK((*read)[2].kind == Kind::asks);
}

TEST_CASE("protocol: a script is read as it was written") {
    const Script script = two_calls();
    const auto read = read_script(write_script(script));
    REQUIRE(read);
    CHECK(read->late_seed == script.late_seed);
    REQUIRE(read->calls.size() == 2);
    CHECK(read->calls[0].function == "forecast");
    CHECK(read->calls[0].arguments == script.calls[0].arguments);
    CHECK(read->calls[1].function == "crawl");
    CHECK(read->calls[1].arguments.empty());
}

TEST_CASE("protocol: an answer is read as it was written") {
    for (const bool nothing : {false, true}) {
        const auto read = read_answer(write_answer({nothing, !nothing, -3}));
        REQUIRE(read);
        CHECK(read->nothing == nothing);
        CHECK(read->cancel == !nothing);
        CHECK(read->now_ns == -3);
    }
}

TEST_CASE("protocol: more places than there may be are left out by the writer, and refused by the reader") {
    Record record;
    record.where.assign(most_places + 1, 7);
    std::string bytes = written(record);
    const auto read = read_records(bytes);
    REQUIRE(read);
    CHECK(read->front().where == std::vector<std::uint64_t>(most_places, 7));

    bytes[bytes.size() - most_places * sizeof(std::uint64_t) - 1] = most_places + 1;
    bytes.append(sizeof(std::uint64_t), '\0');
    CHECK_FALSE(read_records(bytes));
}

TEST_CASE("protocol: a text too long is cut by the writer, and refused by the reader") {
    Record record;
    record.detail = std::string(longest_text + 1, 'x');
    const auto read = read_records(written(record));
    REQUIRE(read);
    CHECK(read->front().detail == std::string(longest_text, 'x'));

    std::string forged = written(Record{});
    forged.resize(forged.size() - 4);  // the length of `detail`, which was empty
    const std::uint32_t size = longest_text + 1;
    forged.append(reinterpret_cast<const char*>(&size), sizeof size);
    forged.append(size, 'x');
    CHECK_FALSE(read_records(forged));
}

TEST_CASE("protocol: a payload that lacks a byte, or has one too many, is nothing") {
    const std::string record = written(full_record(Kind::printed));
    for (std::size_t size = 1; size < record.size(); ++size)
        CHECK_FALSE(read_records(record.substr(0, size)));
    CHECK_FALSE(read_records(record + '\0'));
    const std::string script = write_script(two_calls());
    for (std::size_t size = 0; size < script.size(); ++size) CHECK_FALSE(read_script(script.substr(0, size)));
    CHECK_FALSE(read_script(script + '\0'));
    const std::string answer = write_answer({});
    CHECK_FALSE(read_answer(answer.substr(1)));
    CHECK_FALSE(read_answer(answer + '\0'));
}

TEST_CASE(
    "protocol: a kind, a completion, an awaited thing or a flag that there is not makes the payload "
    "nothing") {
    const std::string good = written(Record{});
    for (const std::size_t byte : {0U, 1U, 2U, 3U}) {
        std::string bad = good;
        bad[byte] = static_cast<char>(byte == 0 ? static_cast<int>(Kind::count)
                                                : static_cast<int>(Awaited::queue_join) + 1);
        CHECK_FALSE(read_records(bad));
    }
    CHECK(read_records(good));
}

TEST_CASE("protocol: a frame holds one record at least, so that frames cannot be sent for nothing") {
    CHECK_FALSE(read_records(""));
}

TEST_CASE("protocol: a count larger than the payload costs no memory") {
    std::string script(8, '\0');
    script += "\xff\xff\xff\xff";
    CHECK_FALSE(read_script(script));
}

TEST_CASE("protocol: any bytes give a value or nothing") {
    std::mt19937_64 random(1);
    const std::vector<std::string> honest = honest_payloads();
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        read_all_ways(spoil(honest[static_cast<std::size_t>(round) % honest.size()], random), accepted);
    }
    // A flipped bit in a number is another number: some must be accepted, or nothing was tried.
    CHECK(accepted > 1000);
    CHECK(accepted < 19'000);
}

TEST_CASE("protocol: random frames never break more than the stream they came in") {
    std::mt19937_64 random(2);
    for (int round = 0; round < 2000; ++round) {
        Framing framing;
        framing.add(frame("x") + random_bytes(random, random() % 64));
        REQUIRE(framing.next() == "x");
        for (int more = 0; more < 8; ++more) {
            if (const auto payload = framing.next()) REQUIRE(payload->size() <= longest_frame);
        }
    }
}

TEST_CASE(
    "protocol: timers are late by more than nothing and less than a second, or not at all without a seed") {
    std::set<std::int64_t> seen;
    for (std::uint64_t timer = 0; timer < 300; ++timer) {
        const auto late = lateness_ns(9, timer, static_cast<std::uint32_t>(timer % 7));
        CHECK(late > 0);
        CHECK(late < 1'000'000'000);
        CHECK(late == lateness_ns(9, timer, static_cast<std::uint32_t>(timer % 7)));
        CHECK(lateness_ns(0, timer, 1) == 0);
        seen.insert(late);
    }
    CHECK(seen.size() > 250);
    CHECK(lateness_ns(9, 1, 0) != lateness_ns(11, 1, 0));
}
