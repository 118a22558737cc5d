#include "grader/intake/intake.hpp"

#include <cctype>

namespace grader {

namespace {

/// Gives a source's characters one by one, without comments and white space; texts in quotes stay whole.
class Code {
public:
    explicit Code(std::string_view source) : source_(source) {}

    /// The next character, or -1 at the end.
    int next() {
        if (quote_ == 0) skip_what_does_not_count();
        if (at_ == source_.size()) return -1;
        const char c = source_[at_++];
        if (quote_ != 0) {
            if (c == '\\' && at_ < source_.size()) {
                escaped_ = !escaped_;
            } else {
                if (c == quote_ && !escaped_) quote_ = 0;
                escaped_ = false;
            }
        } else if (c == '"' || c == '\'') {
            quote_ = c;
        }
        return static_cast<unsigned char>(c);
    }

private:
    bool ahead(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

    void skip_to(std::string_view text, std::size_t extra) {
        const std::size_t found = source_.find(text, at_);
        at_ = found == std::string_view::npos ? source_.size() : found + extra;
    }

    void skip_what_does_not_count() {
        while (at_ < source_.size()) {
            if (std::isspace(static_cast<unsigned char>(source_[at_])) != 0) {
                ++at_;
            } else if (ahead("//")) {
                skip_to("\n", 1);
            } else if (ahead("/*")) {
                at_ += 2;
                skip_to("*/", 2);
            } else {
                return;
            }
        }
    }

    std::string_view source_;
    std::size_t at_ = 0;
    char quote_ = 0;
    bool escaped_ = false;
};

}  // namespace

std::string code_digest(std::string_view source) {
    Code code(source);
    std::string kept;
    for (int c = code.next(); c >= 0; c = code.next()) kept += static_cast<char>(c);
    return sha256(kept);
}

}  // namespace grader
