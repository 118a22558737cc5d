#pragma once

#include "grader/authoring/code_text.hpp"
#include "grader/intake/cpp_text.hpp"

#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// A C++ text. Finds calls and statements in it without parsing C++.
class SourceText {
protected:
    explicit SourceText(const std::string& source) : source_(source), code_(only_code(source)) {}

    /// NAME(…), together with its qualification, such as aio::
    struct Call {
        std::size_t begin;
        std::size_t open;
        std::size_t close;
    };
    /// A statement with a co_await in it.
    struct Await {
        std::size_t begin;
        std::size_t word;
        std::size_t end;  ///< after the semicolon
    };

    std::string text(std::size_t begin, std::size_t end) const { return source_.substr(begin, end - begin); }

    /// The arguments of a call, as they are written.
    std::vector<std::string> arguments(Call call) const {
        std::vector<std::string> found;
        std::size_t begin = call.open + 1;
        for (std::size_t i = begin; i <= call.close; ++i) {
            if (code_[i] == '(' || code_[i] == '{' || code_[i] == '[') i = closing(code_, i);
            if (i > call.close) break;
            if (code_[i] != ',' && i != call.close) continue;
            found.push_back(text(begin, i));
            found.back().erase(0, found.back().find_first_not_of(" \n"));
            begin = i + 1;
        }
        return found;
    }

    template <class Do>
    void each_word(std::string_view word, Do what) {
        for (std::size_t at = code_.find(word); at != std::string::npos; at = code_.find(word, at + 1)) {
            if (at == 0 || !is_name_part(code_[at - 1])) what(at);
        }
    }

    /// `name` ends with "(", or with " ": then a variable's name follows.
    template <class Do>
    void each_call(std::string_view name, Do what) {
        each_word(name, [&](std::size_t at) {
            Call call{at, code_.find('(', at), 0};
            while (call.begin > 0 && (is_name_part(code_[call.begin - 1]) || code_[call.begin - 1] == ':'))
                --call.begin;
            if (call.open == std::string::npos) return;
            call.close = closing(code_, call.open);
            if (call.close != std::string::npos && !arguments(call).empty()) what(call);
        });
    }

    std::size_t statement_begin(std::size_t at) const {
        int depth = 0;
        for (; at > 0; --at) {
            const char c = code_[at - 1];
            if (c == ')') ++depth;
            if (c == '(' && depth-- == 0) break;
            if (depth == 0 && (c == ';' || c == '{' || c == '}')) break;
        }
        while (at < code_.size() && std::isspace(static_cast<unsigned char>(code_[at])) != 0) ++at;
        return at;
    }

    template <class Do>
    void each_await(Do what) {
        each_word("co_await ", [&](std::size_t at) {
            const Await await{statement_begin(at), at, code_.find(';', at) + 1};
            if (await.end != 0) what(await);
        });
    }

    const std::string& source_;
    std::string code_;  ///< without comments and texts, of the same length
};

}  // namespace grader
