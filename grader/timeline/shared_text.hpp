#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace grader {

/// A text that many events may share, such as the name of a coroutine: a copy of it does not copy its
/// characters. It never changes, and a view of it lives as long as one of the copies.
class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text) {
        if (!text.empty()) text_ = std::make_shared<const std::string>(std::move(text));
    }
    SharedText(const char* text) : SharedText(std::string(text)) {}

    const std::string& str() const {
        static const std::string nothing;
        return text_ ? *text_ : nothing;
    }
    operator const std::string&() const { return str(); }
    operator std::string_view() const { return str(); }

    bool empty() const { return !text_; }
    std::size_t size() const { return str().size(); }
    bool operator==(std::string_view other) const { return str() == other; }

private:
    std::shared_ptr<const std::string> text_;
};

}  // namespace grader

template <>
struct fmt::formatter<grader::SharedText> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(const grader::SharedText& text, Context& context) const {
        return fmt::formatter<std::string_view>::format(text.str(), context);
    }
};
