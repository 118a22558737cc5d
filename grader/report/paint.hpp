#pragma once

#include <string>
#include <string_view>

namespace grader {

/// Colours and weight for a terminal; the text as it is when colour is off.
class Paint {
public:
    explicit Paint(bool colour) : colour_(colour) {}

    std::string good(std::string_view text) const { return painted("32", text); }
    std::string bad(std::string_view text) const { return painted("31", text); }
    std::string faint(std::string_view text) const { return painted("2", text); }
    std::string strong(std::string_view text) const { return painted("1", text); }
    std::string strong_good(std::string_view text) const { return painted("1;32", text); }
    std::string strong_bad(std::string_view text) const { return painted("1;31", text); }

private:
    std::string painted(std::string_view code, std::string_view text) const;

    bool colour_;
};

}  // namespace grader
