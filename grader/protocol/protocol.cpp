#include "grader/protocol/protocol.hpp"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstring>
#include <utility>

namespace protocol {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they are in memory");

namespace {

template <class Number>
void put(std::string& bytes, Number number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof number);
}

void put_text(std::string& bytes, std::string_view text) {
    text = text.substr(0, longest_text);
    put(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
}

/// Takes values off the front; once something is missing, everything after is missing.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    template <class Number>
    Number take() {
        Number number{};
        if (bytes_.size() < sizeof number) {
            fail();
            return number;
        }
        std::memcpy(&number, bytes_.data(), sizeof number);
        bytes_.remove_prefix(sizeof number);
        return number;
    }

    template <class Enum>
    Enum take_enum(Enum last) {
        const auto raw = take<std::uint8_t>();
        if (raw > static_cast<std::uint8_t>(last)) fail();
        return ok_ ? static_cast<Enum>(raw) : Enum{};
    }

    bool take_flag() {
        const auto raw = take<std::uint8_t>();
        if (raw > 1) fail();
        return raw == 1;
    }

    std::string take_text() {
        const auto size = take<std::uint32_t>();
        if (size > longest_text || size > bytes_.size()) {
            fail();
            return {};
        }
        std::string text(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return text;
    }

    std::vector<std::uint64_t> take_places() {
        std::vector<std::uint64_t> places;
        const auto count = take<std::uint8_t>();
        if (count > most_places) fail();
        for (std::size_t i = 0; i < count && ok_; ++i) places.push_back(take<std::uint64_t>());
        return places;
    }

    bool ok() const { return ok_; }
    bool at_end() const { return bytes_.empty(); }

private:
    void fail() {
        ok_ = false;
        bytes_ = {};
    }

    std::string_view bytes_;
    bool ok_ = true;
};

template <class Value>
std::optional<Value> whole(const Reader& reader, Value value) {
    if (!reader.ok() || !reader.at_end()) return std::nullopt;
    return value;
}

}  // namespace

std::int64_t lateness_ns(std::uint64_t late_seed, std::uint64_t timer, std::uint32_t task_id) {
    if (late_seed == 0) return 0;
    // splitmix64: the same on every machine, unlike the distributions of <random>.
    std::uint64_t mixed = late_seed + timer * 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    mixed ^= mixed >> 31;
    constexpr std::int64_t microsecond = 1000;
    const std::int64_t few =
        2000 + static_cast<std::int64_t>(mixed % 20'000);  // odd enough that no two sums agree
    const std::int64_t slow_task = task_id % 3 == late_seed / 2 % 3 ? 300'000 : 0;
    return (few + slow_task) * microsecond;
}

void write_record(std::string& bytes, const Record& record) {
    put(bytes, static_cast<std::uint8_t>(record.kind));
    put(bytes, static_cast<std::uint8_t>(record.completion));
    put(bytes, static_cast<std::uint8_t>(record.students ? 1 : 0));
    put(bytes, static_cast<std::uint8_t>(record.awaited));
    put(bytes, record.task_id);
    put(bytes, record.coroutine_id);
    put(bytes, record.line);
    put(bytes, record.subject);
    put(bytes, record.count);
    put(bytes, record.length_ns);
    put_text(bytes, record.name);
    put_text(bytes, record.detail);
    const std::size_t places = std::min(record.where.size(), most_places);
    put(bytes, static_cast<std::uint8_t>(places));
    for (std::size_t i = 0; i < places; ++i) put(bytes, record.where[i]);
}

std::string write_script(const Script& script) {
    std::string bytes;
    put(bytes, script.token);
    put(bytes, script.late_seed);
    put(bytes, static_cast<std::uint32_t>(script.calls.size()));
    for (const Call& call : script.calls) {
        put_text(bytes, call.function);
        put(bytes, static_cast<std::uint32_t>(call.arguments.size()));
        for (const auto& [name, value] : call.arguments) {
            put_text(bytes, name);
            put_text(bytes, value);
        }
    }
    put(bytes, static_cast<std::uint32_t>(script.order.size()));
    for (const Pick& pick : script.order) {
        put(bytes, pick.choice);
        put(bytes, pick.index);
    }
    return bytes;
}

std::string write_answer(const Answer& answer) {
    std::string bytes;
    put(bytes, static_cast<std::uint8_t>(answer.nothing ? 1 : 0));
    put(bytes, static_cast<std::uint8_t>(answer.cancel ? 1 : 0));
    put(bytes, answer.now_ns);
    put(bytes, answer.token);
    return bytes;
}

std::string frame(std::string_view payload) {
    std::string bytes;
    put(bytes, static_cast<std::uint32_t>(payload.size()));
    bytes += payload;
    return bytes;
}

std::optional<Script> read_script(std::string_view payload) {
    Reader reader(payload);
    Script script;
    script.token = reader.take<std::uint64_t>();
    script.late_seed = reader.take<std::uint64_t>();
    const auto calls = reader.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < calls && reader.ok(); ++i) {
        Call call;
        call.function = reader.take_text();
        const auto arguments = reader.take<std::uint32_t>();
        for (std::uint32_t j = 0; j < arguments && reader.ok(); ++j) {
            std::string name = reader.take_text();
            std::string value = reader.take_text();
            call.arguments.emplace_back(std::move(name), std::move(value));
        }
        script.calls.push_back(std::move(call));
    }
    const auto picks = reader.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < picks && reader.ok(); ++i) {
        const auto choice = reader.take<std::uint32_t>();
        script.order.push_back(Pick{choice, reader.take<std::uint32_t>()});
    }
    return whole(reader, std::move(script));
}

std::optional<Answer> read_answer(std::string_view payload) {
    Reader reader(payload);
    Answer answer;
    answer.nothing = reader.take_flag();
    answer.cancel = reader.take_flag();
    answer.now_ns = reader.take<std::int64_t>();
    answer.token = reader.take<std::uint64_t>();
    return whole(reader, answer);
}

std::optional<std::uint64_t> take_token(std::string_view& payload) {
    Reader reader(payload);
    const auto token = reader.take<std::uint64_t>();
    if (!reader.ok()) return std::nullopt;
    payload.remove_prefix(sizeof token);
    return token;
}

std::optional<std::vector<Record>> read_records(std::string_view records_written) {
    Reader reader(records_written);
    std::vector<Record> records;
    while (reader.ok() && !reader.at_end()) {
        Record record;
        record.kind = reader.take_enum(event_types.back().kind);
        record.completion = reader.take_enum(Completion::cancelled);
        record.students = reader.take_flag();
        record.awaited = reader.take_enum(aio::awaited_types.back().awaited);
        record.task_id = reader.take<std::uint32_t>();
        record.coroutine_id = reader.take<std::uint32_t>();
        record.line = reader.take<std::uint32_t>();
        record.subject = reader.take<std::uint64_t>();
        record.count = reader.take<std::int64_t>();
        record.length_ns = reader.take<std::int64_t>();
        record.name = reader.take_text();
        record.detail = reader.take_text();
        record.where = reader.take_places();
        records.push_back(std::move(record));
    }
    if (records.empty()) return std::nullopt;
    return whole(reader, std::move(records));
}

// Removes the frames that were read, all at once: frames may be as short as four bytes, so removing each one
// would be slow.
void Framing::add(std::string_view bytes) {
    bytes_.erase(0, std::exchange(begin_, 0));
    bytes_ += bytes;
}

std::optional<std::string_view> Framing::next() {
    const std::string_view rest = std::string_view(bytes_).substr(begin_);
    std::uint32_t size = 0;
    if (broken_ || rest.size() < sizeof size) return std::nullopt;
    std::memcpy(&size, rest.data(), sizeof size);
    if (size > longest_frame) {
        broken_ = true;
        return std::nullopt;
    }
    if (rest.size() - sizeof size < size) return std::nullopt;
    begin_ += sizeof size + size;
    return rest.substr(sizeof size, size);
}

}  // namespace protocol
