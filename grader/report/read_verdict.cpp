#include "grader/report/read_verdict.hpp"

#include "grader/report/utf8.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

// Theory of operation
//
// The file may come from anywhere. nlohmann's parser needs no stack for brackets within brackets, but
// copying, writing and comparing what it gives does: so what is nested deeper than any verdict is refused
// before it is parsed, and so is what would take too much memory or time. Then each value that is used must
// be of its kind.

namespace grader {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* verdict_format = "awaitlab-verdict/1";
constexpr const char* report_format = "awaitlab-report/1";
constexpr std::size_t deepest = 64;             // brackets; what is written has a dozen
constexpr std::size_t most_values = 4'000'000;  // a long verdict has 20,000
constexpr std::size_t most_keys = 1'000;        // of an object, which looks for a key one by one

/// Looks through a JSON text without keeping anything: whether it is one that a grader may have written.
/// Every handler says whether to go on.
class WithinLimits : public nlohmann::json_sax<Json> {
public:
    bool null() override { return one_more(); }
    bool boolean(bool) override { return one_more(); }
    bool number_integer(number_integer_t) override { return one_more(); }
    bool number_unsigned(number_unsigned_t) override { return one_more(); }
    bool number_float(number_float_t, const string_t&) override { return one_more(); }
    bool string(string_t&) override { return one_more(); }
    bool binary(binary_t&) override { return one_more(); }
    bool start_object(std::size_t) override { return open(); }
    bool key(string_t&) override { return ++keys_.back() <= most_keys; }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    bool one_more() { return ++values_ <= most_values; }
    bool open() {
        keys_.push_back(0);
        return keys_.size() <= deepest && one_more();
    }
    bool close() {
        keys_.pop_back();
        return true;
    }

    std::size_t values_ = 0;
    std::vector<std::size_t> keys_;  // of each object or list that is open
};

/// Nothing where the bytes are no JSON, or one that no grader writes. The parser's own callback would take
/// squared time to leave something out of a long list.
Json parsed(const std::string& bytes) {
    WithinLimits limits;
    return Json::sax_parse(bytes, &limits) ? Json::parse(bytes, nullptr, false) : Json();
}

std::string on_one_line(const Json& json) {
    return visible_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Takes a verdict apart. What is missing is empty; what is there must be of the kind that is asked for.
class Reading {
public:
    bool ok() const { return ok_; }

    std::string text(const Json& object, const char* key) {
        const Json& found = part(object, key, Json::value_t::string);
        return found.is_string() ? found.get<std::string>() : std::string();
    }
    std::uint64_t number(const Json& object, const char* key, std::uint64_t most) {
        const Json& found = part(object, key, Json::value_t::number_unsigned);
        const std::uint64_t number = found.is_number_unsigned() ? found.get<std::uint64_t>() : 0;
        ok_ = ok_ && number <= most;
        return number;
    }
    const Json& list(const Json& object, const char* key) { return part(object, key, Json::value_t::array); }
    const Json& object(const Json& object, const char* key) {
        return part(object, key, Json::value_t::object);
    }

    RecordedVerdict verdict(const Json& json) {
        RecordedVerdict verdict;
        verdict.exercise = text(json, "exercise");
        const Json& submission = object(json, "submission");
        verdict.file = text(submission, "file");
        verdict.sha256 = text(submission, "sha256");
        const Json& grader = object(json, "grader");
        verdict.seed = number(grader, "seed", std::numeric_limits<std::uint64_t>::max());
        verdict.language = Language::named(text(grader, "language")).value_or(Language::english);
        for (const Json& check : list(json, "checks")) {
            verdict.checks.push_back({text(check, "id"), text(check, "status"), text(check, "scenario"),
                                      text(check, "inputs"), on_one_line(check)});
        }
        for (const Json& one : list(json, "scenarios")) verdict.scenarios.push_back(scenario(one));
        return verdict;
    }

private:
    const Json& part(const Json& object, const char* key, Json::value_t kind) {
        static const Json nothing;
        if (&object == &nothing) return nothing;  // of what is missing, everything is missing
        ok_ = ok_ && object.is_object();
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (found == object.end()) return nothing;
        if (found->type() == kind) return *found;
        ok_ = false;
        return nothing;
    }

    RecordedScenario scenario(const Json& json) {
        RecordedScenario scenario;
        scenario.id = text(json, "id");
        scenario.name = text(json, "name");
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        for (const Json& pick : list(json, "order")) {
            scenario.order.emplace_back(static_cast<std::uint32_t>(number(pick, "choice", most)),
                                        static_cast<std::uint32_t>(number(pick, "index", most)));
        }
        for (const Json& call : list(json, "calls")) {
            auto& [function, arguments] = scenario.calls.emplace_back();
            function = text(call, "function");
            for (const auto& [name, value] : object(call, "arguments").items()) {
                ok_ = ok_ && value.is_string();
                arguments.emplace_back(name, value.is_string() ? value.get<std::string>() : std::string());
            }
        }
        if (!ok_) return scenario;
        scenario.inputs_json = on_one_line(object(json, "inputs"));
        Json without_counts_of_orders = json;
        without_counts_of_orders.erase("orders_tried");
        without_counts_of_orders.erase("all_orders");
        scenario.run_json = on_one_line(without_counts_of_orders);
        return scenario;
    }

    bool ok_ = true;
};

}  // namespace

Expected<std::vector<RecordedVerdict>> read_verdicts(const std::string& bytes, const std::string& name) {
    const Json json = parsed(bytes);
    Reading reading;
    const std::string format = reading.text(json, "format");
    std::vector<RecordedVerdict> verdicts;
    if (format == verdict_format) {
        verdicts.push_back(reading.verdict(json));
    } else if (format == report_format) {
        for (const Json& verdict : reading.list(json, "verdicts"))
            verdicts.push_back(reading.verdict(verdict));
    }
    if (verdicts.empty() || !reading.ok()) {
        return Failure(Failure::Fault::caller,
                       say("{0} is no verdict: name a file that grade check --json wrote.", visible(name)));
    }
    return verdicts;
}

}  // namespace grader
