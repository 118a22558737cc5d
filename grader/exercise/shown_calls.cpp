#include "grader/exercise/shown_calls.hpp"

#include "grader/texts/duration_text.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <utility>

namespace grader {

namespace {

Text words_of(const PlannedCall& call, bool with_its_name) {
    Text words = in_words(*call.function, call.inputs);
    if (with_its_name)
        words =
            words.empty() ? say("{0}()", call.function->name) : say("{0}(): {1}", call.function->name, words);
    if (!call.cancel_at) return words;
    const Text moment = duration_text(*call.cancel_at);
    if (words.empty()) return say("cancelled after {0}", moment);
    return say("{0}, cancelled after {1}", words, moment);
}

nlohmann::ordered_json value_as_json(const Input& input);

void put(nlohmann::ordered_json& object, const std::string& name, const Input& input) {
    if (input.kind == Input::Kind::time) {
        constexpr std::int64_t microsecond = 1000;
        if (input.value % microsecond == 0) {
            object[name + "_us"] = input.value / microsecond;
        } else {
            object[name + "_us"] = static_cast<double>(input.value) / static_cast<double>(microsecond);
        }
        return;
    }
    object[name] = value_as_json(input);
    if (input.kind != Input::Kind::semaphore) return;
    for (const auto& [field, value] : input.fields) put(object, name + "_" + field, value);
}

nlohmann::ordered_json value_as_json(const Input& input) {
    switch (input.kind) {
        case Input::Kind::truth: return input.value != 0;
        case Input::Kind::text: return input.text;
        case Input::Kind::list: {
            auto list = nlohmann::ordered_json::array();
            for (const Input& item : input.items) {
                if (item.kind == Input::Kind::time) {
                    nlohmann::ordered_json one;
                    put(one, "length", item);
                    list.push_back(one);
                } else {
                    list.push_back(value_as_json(item));
                }
            }
            return list;
        }
        case Input::Kind::record: {
            auto object = nlohmann::ordered_json::object();
            for (const auto& [name, value] : input.fields) put(object, name, value);
            return object;
        }
        default: return input.value;
    }
}

nlohmann::ordered_json call_as_json(const PlannedCall& call) {
    auto object = nlohmann::ordered_json::object();
    for (const auto& [name, input] : call.inputs) put(object, name, input);
    if (call.cancel_at) object["cancelled_after_us"] = call.cancel_at->count() / 1000;
    return object;
}

}  // namespace

Text in_words(const std::vector<PlannedCall>& calls) {
    Text all;
    for (const PlannedCall& call : calls) all = joined(all, say("; then "), words_of(call, calls.size() > 1));
    return all;
}

std::string as_json(const std::vector<PlannedCall>& calls) {
    if (calls.size() == 1) return call_as_json(calls.front()).dump();
    auto all = nlohmann::ordered_json::array();
    for (const PlannedCall& call : calls)
        all.push_back({{"call", call.function->name}, {"inputs", call_as_json(call)}});
    return nlohmann::ordered_json{{"calls", std::move(all)}}.dump();
}

}  // namespace grader
