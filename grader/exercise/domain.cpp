#include "grader/exercise/domain.hpp"

#include "grader/exercise/tried_formula.hpp"

#include <algorithm>

namespace grader {

namespace {

constexpr std::int64_t most_number = 1'000'000'000;
constexpr std::int64_t most_time = 100'000'000'000'000'000;  // more than three years
constexpr std::int64_t longest_list = 300;
constexpr std::size_t longest_text = 1000;

Quantity read_constant(const JsonValue& entry, Reading& reading) {
    const std::string text =
        entry.kind == JsonValue::Kind::number ? std::to_string(entry.number) : reading.text(entry);
    const auto tried = try_formula(entry, text, {}, reading);
    if (!tried) return {};
    const Quantity& constant = *tried;
    const bool is_time = constant.kind == Quantity::Kind::time;
    if (constant.is_list || (!is_time && constant.kind != Quantity::Kind::number) ||
        constant.value() < (is_time ? 0 : -most_number) ||
        constant.value() > (is_time ? most_time : most_number)) {
        reading.complain(
            entry, say("a number of at most a billion, or a time of at most three years, belongs here"));
        return {};
    }
    return constant;
}

/// "[2, 9]", "["0.5s", "2s"]"
Domain read_range(const JsonValue& entry, Reading& reading) {
    Domain domain;
    if (entry.items.size() != 2) {
        reading.complain(entry,
                         say("write the smallest and the largest value: [2, 9] or [\"0.5s\", \"2s\"]"));
        return domain;
    }
    const Quantity least = read_constant(entry.items[0], reading);
    const Quantity most = read_constant(entry.items[1], reading);
    if (least.kind != most.kind || least.value() > most.value()) {
        reading.complain(entry, say("both values must be of the same kind, the smaller one first"));
    }
    domain.kind = least.kind == Quantity::Kind::time ? Input::Kind::time : Input::Kind::number;
    domain.least = least.value();
    domain.most = most.value();
    return domain;
}

/// A number or a time, or a text where it is none.
Input read_plain(const JsonValue& entry, Reading& reading) {
    if (entry.kind == JsonValue::Kind::truth) return {Input::Kind::truth, entry.truth ? 1 : 0};
    if (entry.kind == JsonValue::Kind::text) {
        const auto quantity = worth_of(entry.text, {});
        if (!quantity || quantity->kind != Quantity::Kind::time) return {Input::Kind::text, 0, entry.text};
    }
    const Quantity constant = read_constant(entry, reading);
    return {constant.kind == Quantity::Kind::time ? Input::Kind::time : Input::Kind::number,
            constant.value()};
}

Domain constant_domain(Input input) {
    Domain domain;
    domain.kind = input.kind;
    domain.least = domain.most = input.value;
    domain.one_of.push_back(std::move(input));
    return domain;
}

void read_bounds(const JsonValue& entry, std::int64_t most, Domain& domain, Reading& reading) {
    const Domain range = entry.kind == JsonValue::Kind::list ? read_range(entry, reading) : Domain();
    if (entry.kind != JsonValue::Kind::list || range.kind != Input::Kind::number || range.least < 0 ||
        range.most > most) {
        reading.complain(entry, say("two numbers from 0 to {0} belong here, such as [0, 12]", most));
    }
    domain.least = range.least;
    domain.most = range.most;
}

void read_fields(const JsonValue& entry, Domain& record, Reading& reading) {
    record.kind = Input::Kind::record;
    const JsonValue& fields = reading.needed(entry, "fields");
    if (fields.items.empty()) reading.complain(fields, say("an object {{…}} belongs here"));
    for (const auto& [name, value] : reading.members(fields))
        record.fields.emplace_back(name, read_domain(*value, reading));
    for (const auto& [name, field] : record.fields) {
        if (field.kind == Input::Kind::list || field.kind == Input::Kind::record ||
            field.kind == Input::Kind::semaphore)
            reading.complain(fields, say("{0}: a field is a number, a time, a text or a truth", name));
    }
}

Domain read_list(const JsonValue& entry, Reading& reading) {
    reading.only(entry, {"list", "of", "fields"});
    Domain list;
    list.kind = Input::Kind::list;
    read_bounds(reading.needed(entry, "list"), longest_list, list, reading);
    const JsonValue& of = reading.needed(entry, "of");
    Domain item;
    if (entry.find("fields") != nullptr) {
        item.type = reading.text(of);
        read_fields(entry, item, reading);
    } else {
        item = read_domain(of, reading);
        if (item.kind == Input::Kind::list || item.kind == Input::Kind::semaphore)
            reading.complain(of, say("a list holds numbers, times, texts or structs"));
    }
    list.item.push_back(std::move(item));
    return list;
}

Domain read_semaphore(const JsonValue& entry, Reading& reading) {
    reading.only(entry, {"semaphore", "held_for"});
    Domain semaphore;
    semaphore.kind = Input::Kind::semaphore;
    const JsonValue& slots = reading.needed(entry, "semaphore");
    read_bounds(slots, 1000, semaphore, reading);
    if (semaphore.least < 1) reading.complain(slots, say("a semaphore needs at least one slot"));
    Domain held_for = constant_domain({Input::Kind::time, 0});
    if (const JsonValue* held = entry.find("held_for")) held_for = read_domain(*held, reading);
    if (held_for.kind != Input::Kind::time) reading.complain(entry, say("held_for: a time belongs here"));
    semaphore.fields.emplace_back(slots_held_for, std::move(held_for));
    return semaphore;
}

Domain read_object(const JsonValue& entry, Reading& reading) {
    if (entry.find("list") != nullptr) return read_list(entry, reading);
    if (entry.find("semaphore") != nullptr) return read_semaphore(entry, reading);
    Domain domain;
    if (entry.find("struct") != nullptr) {
        reading.only(entry, {"struct", "fields"});
        domain.type = reading.text(reading.needed(entry, "struct"));
        read_fields(entry, domain, reading);
        return domain;
    }
    if (entry.find("one_of") == nullptr) {
        reading.complain(entry, say("one of these words belongs here: list, struct, semaphore, one_of"));
        return domain;
    }
    reading.only(entry, {"one_of"});
    for (const JsonValue& one : reading.list(reading.needed(entry, "one_of")))
        domain.one_of.push_back(read_plain(one, reading));
    if (domain.one_of.empty()) return domain;
    domain.kind = domain.one_of.front().kind;
    if (!std::ranges::all_of(domain.one_of, [&](const Input& one) { return one.kind == domain.kind; }))
        reading.complain(entry, say("all of them must be of one kind"));
    return domain;
}

}  // namespace

Domain read_domain(const JsonValue& entry, Reading& reading) {
    if (entry.kind == JsonValue::Kind::list) return read_range(entry, reading);
    if (entry.kind == JsonValue::Kind::object) return read_object(entry, reading);
    Domain domain;
    if (entry.kind == JsonValue::Kind::text && entry.text == "text") {
        domain.kind = Input::Kind::text;
        return domain;
    }
    if (entry.kind == JsonValue::Kind::text && entry.text == "truth") {
        domain.kind = Input::Kind::truth;
        return domain;
    }
    Input constant = read_plain(entry, reading);
    if (constant.kind == Input::Kind::text) {
        reading.complain(entry, say("\"{0}\" cannot be drawn: write a range such as [2, 9], a time, "
                                    "\"text\", or {{\"one_of\": […]}}",
                                    entry.text));
    }
    return constant_domain(std::move(constant));
}

Input read_input(const JsonValue& entry, const Domain& domain, Reading& reading) {
    Input input{domain.kind};
    if (domain.kind == Input::Kind::text) {
        if (entry.kind != JsonValue::Kind::text)
            reading.complain(entry, say("a text in quotes belongs here"));
        input.text = entry.text.substr(0, longest_text);
    } else if (domain.kind == Input::Kind::list) {
        if (entry.kind != JsonValue::Kind::list) reading.complain(entry, say("a list […] belongs here"));
        for (const JsonValue& item : entry.items)
            input.items.push_back(read_input(item, domain.item.front(), reading));
    } else if (domain.kind == Input::Kind::record) {
        std::vector<std::string_view> names;
        for (const auto& [name, field] : domain.fields) names.emplace_back(name);
        reading.only(entry, names);
        for (const auto& [name, field] : domain.fields)
            input.fields.emplace_back(name, read_input(reading.needed(entry, name), field, reading));
    } else if (domain.kind == Input::Kind::semaphore) {
        reading.only(entry, {"slots", slots_held, slots_held_for});
        input.value = reading.number(reading.needed(entry, "slots"), 1, 1000);
        const JsonValue* held = entry.find(slots_held);
        const JsonValue* held_for = entry.find(slots_held_for);
        input.fields.emplace_back(
            slots_held,
            Input{Input::Kind::number, held == nullptr ? 0 : reading.number(*held, 0, input.value)});
        input.fields.emplace_back(slots_held_for,
                                  held_for == nullptr
                                      ? Input{Input::Kind::time}
                                      : read_input(*held_for, domain.fields.front().second, reading));
    } else {
        const Input plain = read_plain(entry, reading);
        if (plain.kind != domain.kind && reading.ok())
            reading.complain(entry, say("this is not of the parameter's kind"));
        input.value = plain.value;
    }
    return input;
}

}  // namespace grader
