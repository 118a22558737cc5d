#include "grader/exercise/domain.hpp"

#include <algorithm>

namespace grader {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t tenth = second / 10;

bool may_be(const Domain& domain, std::int64_t value) {
    return value >= domain.least && value <= domain.most;
}

/// Each value once, if the domain has it.
void add(std::vector<Input>& all, const Input& value, const Domain& domain) {
    if (may_be(domain, value.value) && std::ranges::find(all, value) == all.end()) all.push_back(value);
}

// A case may ask for a value outside the domain, such as 200 for [0, 60]. Then simpler values begin at the
// end of the domain.

std::vector<Input> simpler_numbers(const Input& input, const Domain& domain) {
    std::vector<Input> all;
    const std::int64_t from = input.value > domain.most ? domain.most + 1 : input.value;
    for (const std::int64_t less : {domain.least, domain.least + (from - domain.least) / 2,
                                    from - (from - domain.least) / 4, from - 1}) {
        if (less < input.value) add(all, {input.kind, less}, domain);
    }
    return all;
}

/// A rounder time is simpler.
std::vector<Input> simpler_times(const Input& input, const Domain& domain) {
    std::vector<Input> all;
    for (const std::int64_t step : {second, second / 2, tenth}) {
        if (input.value % step == 0) break;
        for (const std::int64_t round : {(input.value + step / 2) / step * step, input.value / step * step}) {
            if (round > 0) add(all, {input.kind, round}, domain);
        }
    }
    return all;
}

std::vector<Input> simpler_lists(const Input& input, const Domain& domain) {
    std::vector<Input> all;
    const std::size_t size = input.items.size();
    // A case may have drawn more than the parameter has otherwise.
    const auto too_many =
        static_cast<std::size_t>(std::max<std::int64_t>(static_cast<std::int64_t>(size) - domain.most, 0));
    for (std::size_t part = std::max((size + 1) / 2, too_many); part > 0;
         part = part > 1 ? (part + 1) / 2 : 0) {
        for (std::size_t begin = 0; begin + part <= size; begin += part) {
            if (!may_be(domain, static_cast<std::int64_t>(size - part))) continue;
            Input less = input;
            const auto first = less.items.begin() + static_cast<std::ptrdiff_t>(begin);
            less.items.erase(first, first + static_cast<std::ptrdiff_t>(part));
            all.push_back(std::move(less));
        }
    }
    if (size > 6) return all;  // first fewer of them
    for (std::size_t i = 0; i < size; ++i) {
        for (Input& item : simpler_inputs(input.items[i], domain.item.front())) {
            Input simpler = input;
            simpler.items[i] = std::move(item);
            all.push_back(std::move(simpler));
        }
    }
    return all;
}

std::vector<Input> simpler_fields(const Input& input, const Domain& domain) {
    std::vector<Input> all;
    for (std::size_t i = 0; i < input.fields.size() && i < domain.fields.size(); ++i) {
        for (Input& value : simpler_inputs(input.fields[i].second, domain.fields[i].second)) {
            Input simpler = input;
            simpler.fields[i].second = std::move(value);
            all.push_back(std::move(simpler));
        }
    }
    return all;
}

}  // namespace

std::vector<Input> simpler_inputs(const Input& input, const Domain& domain) {
    if (!domain.one_of.empty()) {
        const auto self = std::ranges::find(domain.one_of, input);
        return {domain.one_of.begin(), self == domain.one_of.end() ? domain.one_of.begin() : self};
    }
    switch (input.kind) {
        case Input::Kind::number: return simpler_numbers(input, domain);
        case Input::Kind::time: return simpler_times(input, domain);
        case Input::Kind::truth: return {};
        case Input::Kind::text:
            if (input.text == "A") return {};
            return {{input.kind, 0, "A"}};
        case Input::Kind::list: return simpler_lists(input, domain);
        case Input::Kind::record: return simpler_fields(input, domain);
        case Input::Kind::semaphore: break;
    }
    if (input.value == 1) return {};
    Input one_slot = input;
    const bool none_free = one_slot.fields.front().second.value == input.value;
    one_slot.value = 1;
    one_slot.fields.front().second.value = none_free ? 1 : 0;
    if (!may_be(domain, 1)) return {};
    return {one_slot};
}

}  // namespace grader
