#include "tests/course/corpus_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace course {

namespace {

constexpr std::string_view begin_mark = "<!-- solutions: written by tests/run --accept -->\n";
constexpr std::string_view end_mark = "<!-- end of solutions -->\n";

template <class Predicate>
long count(const Corpus& corpus, Predicate predicate) {
    return std::ranges::count_if(corpus.solutions, predicate);
}

bool is_right(const Counted& one) { return one.outcome == "passed"; }
bool has_passed(const Counted& one) { return one.verdict->outcome == grader::Outcome::passed; }

int orders_of_right_ones(const Corpus& corpus) {
    int orders = 0;
    for (const Counted& one : corpus.solutions) {
        if (is_right(one)) orders += one.verdict->orders_tried;
    }
    return orders;
}

long right_only_in_the_usual_order(const Corpus& corpus) {
    return count(corpus, [](const Counted& one) {
        return std::ranges::any_of(one.verdict->scenarios, [](const grader::ScenarioReport& scenario) {
            return !scenario.order.empty();
        });
    });
}

std::string row_of(const Corpus& corpus) {
    const long right = count(corpus, is_right);
    const long wrong = static_cast<long>(corpus.solutions.size()) - right;
    const long false_passes =
        count(corpus, [](const Counted& one) { return !is_right(one) && has_passed(one); });
    const long false_fails =
        count(corpus, [](const Counted& one) { return is_right(one) && !has_passed(one); });
    return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", corpus.exercise->name, right, wrong,
                       false_passes, false_fails, orders_of_right_ones(corpus),
                       right_only_in_the_usual_order(corpus));
}

std::string remark(int failed) {
    if (failed == 0) return "dead";
    return failed == 1 ? "only one" : "";
}

}  // namespace

int failed_by(const Corpus& corpus, const std::string& check) {
    return static_cast<int>(count(corpus, [&check](const Counted& one) {
        return std::ranges::any_of(one.verdict->checks, [&check](const grader::Check& its) {
            return its.id == check && its.status == grader::CheckStatus::failed;
        });
    }));
}

std::string corpus_report(const std::vector<Corpus>& all) {
    std::string text =
        "| exercise | right | wrong | false passes | false fails | orders the right ones were tried in "
        "| wrong "
        "ones that are right in the usual order |\n|---|---|---|---|---|---|---|\n";
    for (const Corpus& corpus : all) text += row_of(corpus);
    text +=
        "\nHow many wrong solutions fail each check:\n\n| exercise | check | failed by | "
        "|\n|---|---|---|---|\n";
    for (const Corpus& corpus : all) {
        for (const grader::Criterion& criterion : corpus.exercise->rubric.criteria()) {
            const int failed = failed_by(corpus, criterion.id);
            text += fmt::format("| {} | `{}` | {} | {} |\n", corpus.exercise->name, criterion.id, failed,
                                remark(failed));
        }
    }
    return text;
}

bool agrees_with_page(const std::string& report, const std::filesystem::path& page) {
    std::ifstream file(page, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t begin = text.find(begin_mark);
    const std::size_t end = text.find(end_mark);
    if (begin == std::string::npos || end == std::string::npos) return false;
    const std::size_t from = begin + begin_mark.size();
    if (std::getenv("AWAITLAB_ACCEPT") == nullptr) return text.substr(from, end - from) == report;
    std::ofstream(page, std::ios::binary) << text.substr(0, from) << report << text.substr(end);
    return true;
}

}  // namespace course
