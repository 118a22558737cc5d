#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/failure.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grader {

/// A value in a JSON text, and its place.
struct JsonValue {
    enum class Kind { nothing, truth, number, fraction, text, list, object };

    Kind kind = Kind::nothing;
    bool truth = false;
    std::int64_t number = 0;
    std::string text;
    std::vector<JsonValue> items;   ///< of a list; of an object, its values
    std::vector<std::string> keys;  ///< of an object: as many as items
    std::string where;              ///< "criteria 2, points"; empty at the top
    int line = 0;

    /// Null if there is none of that name.
    const JsonValue* find(std::string_view key) const;
};

/// Reads a JSON text; comments are allowed. `file` is its name in complaints. Accepts any bytes, and never
/// throws. Fails, as the exercise's fault, where the text is no JSON.
Expected<JsonValue> read_json(std::string_view json, const std::string& file);

/// Reads values, and keeps the first complaint: which file, which line, what to do. After a complaint it
/// gives defaults, so that the code that reads a whole file need not check after each step.
class Reading {
public:
    explicit Reading(std::string file) : file_(std::move(file)) {}

    void complain(const JsonValue& at, const Text& what);
    bool ok() const { return complaint_.empty(); }
    const Text& complaint() const { return complaint_; }

    /// Checks that it is an object, with no other keys than these.
    void only(const JsonValue& object, const std::vector<std::string_view>& keys);
    /// The names of an object with their values, in their order; none, and a complaint, where it is no
    /// object.
    std::vector<std::pair<std::string, const JsonValue*>> members(const JsonValue& object);
    /// The value of a key that must be there; an empty entry when it is not.
    const JsonValue& needed(const JsonValue& object, std::string_view key);
    /// A text of at least one character.
    std::string text(const JsonValue& entry);
    /// `otherwise` where the object has no such key.
    std::string text_or(const JsonValue& object, std::string_view key, std::string otherwise);
    bool truth_or(const JsonValue& object, std::string_view key, bool otherwise);
    /// {"en": "…", "fr": "…"}; English must be there.
    Text in_languages(const JsonValue& entry);
    std::int64_t number(const JsonValue& entry, std::int64_t least, std::int64_t most);
    bool truth(const JsonValue& entry);
    /// A list of at least one entry.
    const std::vector<JsonValue>& list(const JsonValue& entry);
    /// A list of texts, or one text in its place.
    std::vector<std::string> texts(const JsonValue& entry);

private:
    std::string file_;
    Text complaint_;
};

}  // namespace grader
