#include "grader/exercise/json_value.hpp"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace grader {

namespace {

constexpr std::size_t deepest = 32;

/// Goes through a text, and knows in which line it is. The parser takes copies of it; they count together.
class Lines {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Lines(const char* at, int* line) : at_(at), line_(line) {}
    reference operator*() const { return *at_; }
    Lines& operator++() {
        // The parser looks one character ahead: only the text behind a line's end is in the next line.
        if (ended_) ++*line_;
        ended_ = *at_ == '\n';
        ++at_;
        return *this;
    }
    Lines operator++(int) {
        const Lines before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Lines& other) const { return at_ == other.at_; }

private:
    const char* at_;
    int* line_;
    bool ended_ = false;
};

std::string printable(std::string text) {
    if (text.size() > 40) text.erase(0, text.size() - 40);
    std::ranges::replace_if(text, [](unsigned char c) { return c < 32 || c >= 127; }, ' ');
    return text;
}

/// Builds the tree of entries while nlohmann's parser goes through the text.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(const int& line) : line_(line) {}

    JsonValue top;
    Text problem;

    bool null() override { return add(JsonValue::Kind::nothing) != nullptr; }
    bool boolean(bool value) override {
        JsonValue* entry = add(JsonValue::Kind::truth);
        if (entry != nullptr) entry->truth = value;
        return entry != nullptr;
    }
    bool number_integer(number_integer_t value) override {
        JsonValue* entry = add(JsonValue::Kind::number);
        if (entry != nullptr) entry->number = value;
        return entry != nullptr;
    }
    bool number_unsigned(number_unsigned_t value) override {
        constexpr auto most = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        return number_integer(static_cast<number_integer_t>(std::min(value, most)));
    }
    bool number_float(number_float_t, const string_t&) override {
        return add(JsonValue::Kind::fraction) != nullptr;
    }
    bool string(string_t& value) override {
        JsonValue* entry = add(JsonValue::Kind::text);
        if (entry != nullptr) entry->text = value;
        return entry != nullptr;
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        JsonValue& object = *open_.back();
        if (object.find(value) != nullptr) {
            problem = say("\"{0}\" is there twice: keep one of them", printable(value));
            return false;
        }
        object.keys.push_back(value);
        return true;
    }
    bool parse_error(std::size_t, const std::string& last, const nlohmann::json::exception&) override {
        problem = say(
            "this is not JSON: at \"{0}\" a comma, a colon, a quote or a bracket is missing, or one too many",
            printable(last));
        return false;
    }

private:
    JsonValue* add(JsonValue::Kind kind) {
        JsonValue* entry = &top;
        std::string where;
        if (!open_.empty()) {
            JsonValue& parent = *open_.back();
            where = parent.where;
            if (parent.kind == JsonValue::Kind::list) {
                where += " " + std::to_string(parent.items.size() + 1);
            } else {
                where += (where.empty() ? "" : ", ") + parent.keys.back();
            }
            entry = &parent.items.emplace_back();
        }
        entry->kind = kind;
        entry->where = where;
        entry->line = line_;
        return entry;
    }
    bool open(JsonValue::Kind kind) {
        if (open_.size() == deepest) {
            problem = say("too many brackets within brackets");
            return false;
        }
        open_.push_back(add(kind));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    const int& line_;
    std::vector<JsonValue*> open_;  // each is the last of its parent's items, and so stays where it is
};

std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, [](unsigned char c) { return c < 32 || c == 127; }, ' ');
    return text;
}

Text located(const std::string& file, int line, const std::string& where, const Text& what) {
    const std::string place = file + (line > 0 ? ":" + std::to_string(line) : "") + ": ";
    const std::string inside = where.empty() ? "" : where + ": ";
    // It contains names and texts of the file, which may be anything.
    return Text([&](Language language) { return in_one_line(place + inside + what.in(language)); });
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    // While an object is being read it has a key more than values.
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
        if (keys[i] == key) return &items[i];
    }
    return nullptr;
}

Expected<JsonValue> read_json(std::string_view json, const std::string& file) {
    int line = 1;
    Builder builder(line);
    const Lines begin(json.data(), &line);
    const Lines end(json.data() + json.size(), &line);
    if (nlohmann::json::sax_parse(begin, end, &builder, nlohmann::json::input_format_t::json, true, true))
        return std::move(builder.top);
    return Failure(Failure::Fault::exercise, located(file, line, "", builder.problem));
}

void Reading::complain(const JsonValue& at, const Text& what) {
    if (ok()) complaint_ = located(file_, at.line, at.where, what);
}

void Reading::only(const JsonValue& object, const std::vector<std::string_view>& keys) {
    if (object.kind != JsonValue::Kind::object) {
        complain(object, say("an object {{…}} belongs here"));
        return;
    }
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
        if (std::ranges::find(keys, object.keys[i]) != keys.end()) continue;
        complain(object.items[i], say("there is no such word here; it may be {0}", fmt::join(keys, ", ")));
    }
}

std::vector<std::pair<std::string, const JsonValue*>> Reading::members(const JsonValue& object) {
    std::vector<std::pair<std::string, const JsonValue*>> all;
    if (object.kind != JsonValue::Kind::object) complain(object, say("an object {{…}} belongs here"));
    for (std::size_t i = 0; i < object.keys.size(); ++i) all.emplace_back(object.keys[i], &object.items[i]);
    return all;
}

std::string Reading::text_or(const JsonValue& object, std::string_view key, std::string otherwise) {
    const JsonValue* found = object.find(key);
    return found == nullptr ? std::move(otherwise) : text(*found);
}

bool Reading::truth_or(const JsonValue& object, std::string_view key, bool otherwise) {
    const JsonValue* found = object.find(key);
    return found == nullptr ? otherwise : truth(*found);
}

const JsonValue& Reading::needed(const JsonValue& object, std::string_view key) {
    static const JsonValue missing;
    if (const JsonValue* found = object.find(key)) return *found;
    complain(object, say("\"{0}\" is missing", key));
    return missing;
}

std::string Reading::text(const JsonValue& entry) {
    if (entry.kind != JsonValue::Kind::text || entry.text.empty()) {
        complain(entry, say("a text in quotes belongs here"));
    }
    return entry.text;
}

Text Reading::in_languages(const JsonValue& entry) {
    if (entry.kind != JsonValue::Kind::object) {
        complain(entry, say("write it in each language: {{\"en\": \"…\", \"fr\": \"…\"}}"));
        return {};
    }
    std::vector<std::string_view> names;
    for (const Language language : Language::all()) names.push_back(language.name());
    only(entry, names);
    text(needed(entry, Language::english.name()));
    return Text([&](Language language) {
        const JsonValue* translated = entry.find(language.name());
        return translated == nullptr ? "" : text(*translated);
    });
}

std::int64_t Reading::number(const JsonValue& entry, std::int64_t least, std::int64_t most) {
    if (entry.kind == JsonValue::Kind::number && entry.number >= least && entry.number <= most)
        return entry.number;
    complain(entry, say("a whole number from {0} to {1} belongs here", least, most));
    return least;
}

bool Reading::truth(const JsonValue& entry) {
    if (entry.kind != JsonValue::Kind::truth) complain(entry, say("true or false belongs here"));
    return entry.truth;
}

const std::vector<JsonValue>& Reading::list(const JsonValue& entry) {
    if (entry.kind != JsonValue::Kind::list || entry.items.empty()) {
        complain(entry, say("a list […] with at least one element belongs here"));
    }
    return entry.items;
}

std::vector<std::string> Reading::texts(const JsonValue& entry) {
    if (entry.kind == JsonValue::Kind::text) return {text(entry)};
    std::vector<std::string> all;
    for (const JsonValue& one : list(entry)) all.push_back(text(one));
    return all;
}

}  // namespace grader
