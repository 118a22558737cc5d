#include "grader/commands/mutants.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

namespace grader {

namespace {

/// What mutants may use that a solution did not include, and a gather() that waits for one after the other.
constexpr const char* preamble = R"(#include "runtime/aio.hpp"
#include <thread>
namespace mistakes {
inline aio::Coroutine<> in_turn(std::vector<aio::Coroutine<>>&& all) {
    std::vector<aio::Coroutine<>> own = std::move(all);
    for (auto& one : own) co_await std::move(one);
}
template <class T>
aio::Coroutine<std::vector<T>> in_turn(std::vector<aio::Coroutine<T>>&& all) {
    std::vector<aio::Coroutine<T>> own = std::move(all);
    std::vector<T> results;
    for (auto& one : own) results.push_back(co_await std::move(one));
    co_return results;
}
template <class T>
auto in_turn(std::vector<aio::Coroutine<T>>& all) { return in_turn(std::move(all)); }
template <class... Each>
aio::Coroutine<> in_turn(Each... each) { (co_await std::move(each), ...); }
}  // namespace mistakes
#line 1
)";

bool is_name_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The text with comments and the insides of quotes made blank: what is left is code, at its own places.
std::string only_code(const std::string& source) {
    std::string code = source;
    const auto blank = [&code](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && i < code.size(); ++i) {
            if (code[i] != '\n') code[i] = ' ';
        }
    };
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source.compare(i, 2, "//") == 0) {
            const std::size_t end = std::min(source.find('\n', i), source.size());
            blank(i, end);
            i = end;
        } else if (source.compare(i, 2, "/*") == 0) {
            const std::size_t end = std::min(source.find("*/", i + 2), source.size());
            blank(i, end + 2);
            i = end + 1;
        } else if (source[i] == '"') {
            std::size_t end = i + 1;
            while (end < source.size() && source[end] != '"' && source[end] != '\n')
                end += source[end] == '\\' ? 2 : 1;
            blank(i + 1, end);
            i = end;
        }
    }
    return code;
}

/// Where the bracket that opens at `open` closes; npos where it does not. Only where it is one itself is < a
/// bracket.
std::size_t closing(const std::string& code, std::size_t open) {
    int depth = 0;
    if (code[open] == '<') {
        for (std::size_t i = open; i < code.size() && code[i] != ';'; ++i) {
            if (code[i] == '<') ++depth;
            if (code[i] == '>' && --depth == 0) return i;
        }
        return std::string::npos;
    }
    for (std::size_t i = open; i < code.size(); ++i) {
        if (code[i] == '(' || code[i] == '{' || code[i] == '[') ++depth;
        if ((code[i] == ')' || code[i] == '}' || code[i] == ']') && --depth == 0) return i;
    }
    return std::string::npos;
}

/// Makes mutants of one text.
class Mutation {
public:
    explicit Mutation(const std::string& source) : source_(source), code_(only_code(source)) {}

    std::vector<Mutant> all() {
        swallow();
        unwrap("timeout(", 1);
        unwrap("wait_for(", 0);
        one_after_the_other();
        each_call("create_task(", [this](Call call) { replace(call, arguments(call).at(0)); });
        each_call("sleep(", [this](Call call) { block(call); });
        each_await([this](Await await) { leave_out(await); });
        each_word("throw;", [this](std::size_t at) { replace(at, at + 6, ""); });
        each_call("Semaphore ", [this](Call call) { other_slots(call); });
        each_print();
        each_await([this](Await await) { forget(await); });
        each_returned();
        each_number();
        each_word("aio::now()", [this](std::size_t at) { replace(at, at + 10, "aio::Duration(0)"); });
        return std::move(mutants_);
    }

private:
    /// NAME(…), with what stands before the name as far as it belongs to it: aio::
    struct Call {
        std::size_t begin;
        std::size_t open;
        std::size_t close;
    };
    /// A statement with a co_await in it.
    struct Await {
        std::size_t begin;
        std::size_t word;
        std::size_t end;  ///< behind the semicolon
    };

    void add(std::string mutated, std::size_t at, std::string what) {
        if (mutated == source_ || !seen_.insert(mutated).second) return;
        std::replace(what.begin(), what.end(), '\n', ' ');
        const auto line =
            1 + std::count(source_.begin(), source_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        mutants_.push_back({preamble + mutated, static_cast<int>(line), std::move(what)});
    }

    void replace(std::size_t begin, std::size_t end, const std::string& by) {
        const std::string old = source_.substr(begin, end - begin);
        std::string what = by.empty() ? "without " + old : by + " in place of " + old;
        if (old.empty()) what = by + "before " + text(begin, std::min(code_.find(';', begin), begin + 40));
        add(source_.substr(0, begin) + by + source_.substr(end), begin, std::move(what));
    }
    void replace(Call call, const std::string& by) { replace(call.begin, call.close + 1, by); }

    std::string text(std::size_t begin, std::size_t end) const { return source_.substr(begin, end - begin); }

    /// What stands between the commas of a call.
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

    /// `name` ends with "(", or with " ": then a variable's name stands between.
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

    bool is_statement(Await await) const { return await.begin == await.word; }

    /// Every coroutine in turn catches all that comes, and gives an empty value.
    void swallow() {
        each_word("aio::Coroutine<", [&](std::size_t at) {
            const std::size_t type_end = closing(code_, at + 14);
            const std::size_t open = code_.find('(', at);
            const std::size_t close = open == std::string::npos ? open : closing(code_, open);
            if (type_end == std::string::npos || close == std::string::npos || type_end > open) return;
            // A function's name and nothing else stands between its type and its parameters.
            const std::string name = text(type_end + 2, std::max(open, type_end + 2));
            if (name.empty() || !std::ranges::all_of(name, is_name_part)) return;
            const std::size_t body = code_.find_first_not_of(" \n", close + 1);
            if (body == std::string::npos || code_[body] != '{') return;
            const std::size_t end = closing(code_, body);
            if (end == std::string::npos) return;
            const std::string back = type_end == at + 15 ? "" : " co_return {};";
            add(text(0, body) + "{ try " + text(body, end + 1) + " catch (...) {}" + back + " }" +
                    text(end + 1, source_.size()),
                body, name + "() swallows every exception");
        });
        each_word("catch (const aio::CancelledError&)", [&](std::size_t at) {
            const std::size_t open = code_.find('{', at);
            const std::size_t end = open == std::string::npos ? open : closing(code_, open);
            if (end == std::string::npos) return;
            add(text(0, open) + "{ throw; }" + text(end + 1, source_.size()), at,
                "nothing done when cancelled");
        });
    }

    /// What is limited in time is not any more.
    void unwrap(std::string_view name, std::size_t which) {
        each_call(name, [&](Call call) {
            const std::vector<std::string> parts = arguments(call);
            if (parts.size() > which) replace(call, parts[which]);
        });
    }

    void one_after_the_other() {
        each_call("gather(", [this](Call call) {
            add(text(0, call.begin) + "mistakes::in_turn" + text(call.open, source_.size()), call.begin,
                "one after the other in place of " + text(call.begin, call.close + 1));
        });
    }

    void block(Call call) {
        if (call.begin < 9 || code_.compare(call.begin - 9, 9, "co_await ") != 0) return;
        const std::string by = "std::this_thread::sleep_for(" + arguments(call).at(0) + ")";
        replace(call.begin - 9, call.close + 1, by);
    }

    void leave_out(Await await) {
        if (is_statement(await)) {
            replace(await.begin, await.end, "");
            return;
        }
        // `auto slot = co_await …;` goes too; what gives a value that is needed does not compile then.
        const std::string before = text(await.begin, await.word);
        if (before.find('=') != std::string::npos) replace(await.begin, await.end, "");
    }

    /// The coroutine is called, and not awaited; or it is started, and left alone.
    void forget(Await await) {
        if (!is_statement(await)) return;
        const std::string call = text(await.word + 9, await.end - 1);
        replace(await.begin, await.end, "(void)" + call + ";");
        replace(await.begin, await.end, "aio::create_task(" + call + ");");
    }

    void other_slots(Call call) {
        const std::string slots = arguments(call).at(0);
        replace(call.open + 1, call.close, slots + " + 1");
        replace(call.open + 1, call.close, "1");
        replace(call.begin, call.begin, "static ");
    }

    void each_print() {
        for (const char* word : {"std::cout", "std::cerr", "std::printf", "printf", "std::puts", "puts"}) {
            each_word(word, [&](std::size_t at) {
                const std::size_t end = code_.find(';', at);
                if (end != std::string::npos) replace(statement_begin(at), end + 1, "");
            });
        }
        each_word("std::cout << ", [&](std::size_t at) {
            const std::size_t end = code_.find(';', at);
            if (end != std::string::npos) replace(at + 13, end, "\"…\"");
        });
    }

    void each_returned() {
        each_word("co_return ", [&](std::size_t at) {
            const std::size_t end = code_.find(';', at);
            if (end != std::string::npos) replace(at + 10, end, "{}");
        });
        // A text that is put together lacks its other half.
        each_word("co_return \"", [&](std::size_t at) {
            const std::size_t plus = code_.find('+', at);
            const std::size_t end = code_.find(';', at);
            if (plus < end) replace(plus, end, "");
        });
    }

    void each_number() {
        for (std::size_t at = 0; at < code_.size(); ++at) {
            if (std::isdigit(static_cast<unsigned char>(code_[at])) == 0 ||
                (at > 0 && is_name_part(code_[at - 1])))
                continue;
            std::size_t end = at;
            while (end < code_.size() &&
                   (std::isdigit(static_cast<unsigned char>(code_[end])) != 0 || code_[end] == '\''))
                ++end;
            // Of 1.5s the 1; the rest of it is no number of its own.
            if (at == 0 || code_[at - 1] != '.') {
                const std::string old = text(at, end);
                replace(at, end, old == "0" ? "1" : old + "0");
            }
            at = end;
        }
    }

    const std::string& source_;
    std::string code_;
    std::vector<Mutant> mutants_;
    std::set<std::string> seen_;
};

}  // namespace

std::vector<Mutant> mutants_of(const std::string& source) { return Mutation(source).all(); }

}  // namespace grader
