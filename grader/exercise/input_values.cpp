#include "grader/exercise/domain.hpp"
#include "grader/exercise/quantity_arithmetic.hpp"

#include <algorithm>

namespace grader {

namespace {

std::string plain_value(const Input& input) {
    if (input.kind == Input::Kind::text) return input.text;
    if (input.kind == Input::Kind::time) return written(Quantity::time(input.value));
    if (input.kind == Input::Kind::truth) return written(Quantity::truth(input.value != 0));
    return written(Quantity::number(input.value));
}

Quantity::Kind kind_of(const Domain& domain) {
    if (domain.kind == Input::Kind::time) return Quantity::Kind::time;
    if (domain.kind == Input::Kind::text) return Quantity::Kind::text;
    if (domain.kind == Input::Kind::truth) return Quantity::Kind::truth;
    return Quantity::Kind::number;
}

Input read_value(const std::string& name, const Values& values, const Domain& domain) {
    const std::string* found = find_value(values, name);
    const std::string text = found == nullptr ? "" : *found;
    Input input{domain.kind};
    switch (domain.kind) {
        case Input::Kind::text: input.text = text; break;
        case Input::Kind::list: {
            // Of a verdict that somebody has changed it may be any number.
            const std::int64_t size =
                std::min(read_quantity(text).value(), static_cast<std::int64_t>(values.size()));
            for (std::int64_t i = 0; i < size; ++i)
                input.items.push_back(
                    read_value(name + "." + std::to_string(i), values, domain.item.front()));
            break;
        }
        case Input::Kind::record:
            for (const auto& [field, its_domain] : domain.fields)
                input.fields.emplace_back(field, read_value(name + "." + field, values, its_domain));
            break;
        case Input::Kind::semaphore:
            input.value = read_quantity(text).value();
            input.fields.emplace_back(slots_held, read_value(name + "_" + slots_held, values, Domain()));
            input.fields.emplace_back(slots_held_for, read_value(name + "_" + slots_held_for, values,
                                                                 domain.fields.front().second));
            break;
        default: input.value = read_quantity(text).value();
    }
    return input;
}

}  // namespace

void write_values(const std::string& name, const Input& input, const Domain& domain, Values& values) {
    if (input.kind == Input::Kind::record) {
        for (std::size_t i = 0; i < input.fields.size(); ++i)
            write_values(name + "." + input.fields[i].first, input.fields[i].second, domain.fields[i].second,
                         values);
        return;
    }
    if (input.kind == Input::Kind::semaphore) {
        values.emplace_back(name, plain_value(input));
        for (const auto& [field, value] : input.fields)
            values.emplace_back(name + "_" + field, plain_value(value));
        return;
    }
    if (input.kind != Input::Kind::list) {
        values.emplace_back(name, plain_value(input));
        return;
    }
    values.emplace_back(name, std::to_string(input.items.size()));
    const Domain& item = domain.item.front();
    for (std::size_t i = 0; i < input.items.size(); ++i)
        write_values(name + "." + std::to_string(i), input.items[i], item, values);
    if (!input.items.empty()) return;
    if (item.kind != Input::Kind::record) values.emplace_back(name + ".", kind_of_empty_list(kind_of(item)));
    for (const auto& [field, its_domain] : item.fields)
        values.emplace_back(name + "." + field, kind_of_empty_list(kind_of(its_domain)));
}

Values values_of(const Inputs& inputs, const std::vector<std::pair<std::string, Domain>>& parameters) {
    Values values;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        write_values(inputs[i].first, inputs[i].second, parameters[i].second, values);
    return values;
}

Inputs inputs_from(const Values& values, const std::vector<std::pair<std::string, Domain>>& parameters) {
    Inputs inputs;
    for (const auto& [name, domain] : parameters) inputs.emplace_back(name, read_value(name, values, domain));
    return inputs;
}

}  // namespace grader
