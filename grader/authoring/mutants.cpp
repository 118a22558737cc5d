#include "grader/authoring/mutants.hpp"

#include "grader/authoring/code_text.hpp"
#include "grader/authoring/mutant_preamble.hpp"
#include "grader/authoring/source_text.hpp"
#include "grader/report/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace grader {

namespace {

/// Makes mutants of one text.
class Mutation : SourceText {
public:
    explicit Mutation(const std::string& source) : SourceText(source) {}

    std::vector<Mutant> all() {
        const std::function<void()> kinds[] = {
            [this] { swallow(); },
            [this] { unwrap("timeout(", 1); },
            [this] { unwrap("wait_for(", 0); },
            [this] { shield_in("timeout(", 1); },
            [this] { shield_in("wait_for(", 0); },
            [this] { pause_at_the_end(); },
            [this] { one_after_the_other(); },
            [this] {
                each_call("create_task(", [this](Call call) { replace(call, arguments(call).at(0)); });
            },
            [this] { each_call("sleep(", [this](Call call) { block(call); }); },
            [this] { each_await([this](Await await) { leave_out(await); }); },
            [this] { each_word("throw;", [this](std::size_t at) { replace(at, at + 6, ""); }); },
            [this] { each_call("Semaphore ", [this](Call call) { other_slots(call); }); },
            [this] { each_print(); },
            [this] { each_await([this](Await await) { forget(await); }); },
            [this] { each_returned(); },
            [this] { each_number(); },
            [this] {
                each_word("aio::now()", [this](std::size_t at) { replace(at, at + 10, "aio::Duration(0)"); });
            },
        };
        std::vector<std::vector<Mutant>> made;
        for (const auto& make : kinds) {
            make();
            made.push_back(std::exchange(mutants_, {}));
        }
        // One of each kind, then another one of each, so that different mistakes come early.
        std::vector<Mutant> in_turn;
        for (std::size_t round = 0; in_turn.size() < seen_.size(); ++round) {
            for (std::vector<Mutant>& kind : made) {
                if (round < kind.size()) in_turn.push_back(std::move(kind[round]));
            }
        }
        return in_turn;
    }

private:
    void add(std::string mutated, std::size_t at, Text what) {
        if (mutated == source_ || !seen_.insert(mutated).second) return;
        const auto line =
            1 + std::count(source_.begin(), source_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        mutants_.push_back({mutant_preamble + mutated, static_cast<int>(line), std::move(what)});
    }

    void replace(std::size_t begin, std::size_t end, const std::string& by) {
        const std::string old = source_.substr(begin, end - begin);
        add(source_.substr(0, begin) + by + source_.substr(end), begin, in_place_of(by, old));
    }
    /// Puts a word in front of the text at `at`.
    void insert(std::size_t at, const std::string& word) {
        const std::size_t end = std::min({code_.find(';', at), code_.size(), at + 60});
        add(source_.substr(0, at) + word + source_.substr(at), at,
            in_place_of(word + text(at, end), text(at, end)));
    }
    static Text in_place_of(const std::string& by, const std::string& old) {
        if (by.empty()) return say("without {0}", visible(old));
        return say("{0} in place of {1}", visible(by), visible(old));
    }
    void replace(Call call, const std::string& by) { replace(call.begin, call.close + 1, by); }

    bool is_statement(Await await) const { return await.begin == await.word; }

    /// Every coroutine in turn catches all that comes, and gives an empty value.
    void swallow() {
        each_word("aio::Coroutine<", [&](std::size_t at) {
            const std::size_t type_end = closing(code_, at + 14);
            const std::size_t open = code_.find('(', at);
            const std::size_t close = open == std::string::npos ? open : closing(code_, open);
            if (type_end == std::string::npos || close == std::string::npos || type_end > open) return;
            // Only a function's name is between its type and its parameters.
            const std::string name = text(type_end + 2, std::max(open, type_end + 2));
            if (name.empty() || !std::ranges::all_of(name, is_name_part)) return;
            const std::size_t body = code_.find_first_not_of(" \n", close + 1);
            if (body == std::string::npos || code_[body] != '{') return;
            const std::size_t end = closing(code_, body);
            if (end == std::string::npos) return;
            const std::string back = type_end == at + 15 ? "" : " co_return {};";
            add(text(0, body) + "{ try " + text(body, end + 1) + " catch (...) {}" + back + " }" +
                    text(end + 1, source_.size()),
                body, say("{0}() swallows every exception", name));
        });
        each_word("catch (const aio::CancelledError&)", [&](std::size_t at) {
            const std::size_t open = code_.find('{', at);
            const std::size_t end = open == std::string::npos ? open : closing(code_, open);
            if (end == std::string::npos) return;
            add(text(0, open) + "{ throw; }" + text(end + 1, source_.size()), at,
                say("nothing is done when it is cancelled"));
        });
    }

    /// Removes the time limit of a wait.
    void unwrap(std::string_view name, std::size_t which) {
        each_call(name, [&](Call call) {
            const std::vector<std::string> parts = arguments(call);
            if (parts.size() > which) replace(call, parts[which]);
        });
    }

    /// The wait is no longer cancelled when the time is up: it goes on.
    void shield_in(std::string_view name, std::size_t which) {
        each_call(name, [&](Call call) {
            const std::vector<std::string> parts = arguments(call);
            if (parts.size() != 2 || parts.size() <= which) return;
            const std::string kept = which == 1 ? parts[0] + ", aio::shield(" + parts[1] + ")"
                                                : "aio::shield(" + parts[0] + "), " + parts[1];
            replace(call.open + 1, call.close, kept);
        });
    }

    /// A pause after the last wait, before the end of each coroutine.
    void pause_at_the_end() {
        each_await([&](Await await) {
            const std::size_t next = code_.find_first_not_of(" \n", await.end);
            const bool is_last = next != std::string::npos &&
                                 (code_[next] == '}' || code_.compare(next, 9, "co_return") == 0 ||
                                  code_.compare(next, 9, "std::cout") == 0);
            if (!is_last) return;
            add(text(0, await.end) + " co_await aio::sleep(std::chrono::milliseconds(700));" +
                    text(await.end, source_.size()),
                await.end, say("a pause of 0.7 s after it"));
        });
    }

    void one_after_the_other() {
        each_call("gather(", [this](Call call) {
            add(text(0, call.begin) + "mistakes::in_turn" + text(call.open, source_.size()), call.begin,
                say("one after the other in place of {0}", visible(text(call.begin, call.close + 1))));
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
        // Also removes `auto slot = co_await …;`. If the value is used later, the mutant does not compile.
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
        insert(call.begin, "static ");
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
        // Drops the second half of a text that is joined with +.
        each_word("co_return \"", [&](std::size_t at) {
            const std::size_t plus = code_.find('+', at);
            const std::size_t end = code_.find(';', at);
            if (end != std::string::npos && plus < end) replace(plus, end, "");
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
            // Of 1.5s only the 1 is changed, not the 5.
            if (at == 0 || code_[at - 1] != '.') {
                const std::string old = text(at, end);
                replace(at, end, old == "0" ? "1" : old + "0");
            }
            at = end;
        }
    }

    std::vector<Mutant> mutants_;
    std::set<std::string> seen_;
};

}  // namespace

std::vector<Mutant> mutants_of(const std::string& source) { return Mutation(source).all(); }

}  // namespace grader
