#pragma once

#include "tests/grader/run_by_hand.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

/// Crawls as the measures of the crawler see them, told by hand.
namespace by_hand {

using namespace grader;

inline Scenario crawls(const std::vector<std::array<int, 2>>& calls) {
    Scenario scenario;
    for (const auto& [pages, limit] : calls) {
        scenario.script.calls.push_back(
            {"crawl", {{"pages", std::to_string(pages)}, {"limit", std::to_string(limit)}}});
    }
    return scenario;
}

inline Scenario crawl(int pages, int limit) { return crawls({{pages, limit}}); }

/// One page: what is printed when it starts, then a second of waiting. Pages are 1, 2… for the tale, 0, 1…
/// for the crawl.
inline void starts(Tale& tale, std::uint32_t who) {
    tale.prints(who, "page " + std::to_string(who - 1) + " starts\n").sleeps(who, 1s);
}

/// Waves of `limit` pages, as the model solution makes them.
inline void crawl_in_waves(Tale& tale, std::uint32_t pages, std::uint32_t limit) {
    tale.call("crawl");
    for (std::uint32_t first = 1; first <= pages; first += limit) {
        const std::uint32_t last = std::min(pages, first + limit - 1);
        for (std::uint32_t who = first; who <= last; ++who) starts(tale, who);
        tale.at(tale.now() + 1s);
        for (std::uint32_t who = first; who <= last; ++who) tale.wakes(who).prints(who, "done\n");
    }
    tale.returns();
}

inline Finding look(Finding (*measure)(const Timeline&, const Timelines&), Tale& tale) {
    return measure(tale.timeline(), Timelines());
}

/// It fails, says so with these words in it, and in French in others.
inline void check_fails(const Finding& finding, const std::string& words) {
    CHECK_FALSE(finding.holds);
    const std::string english = finding.observed.in(Language::english);
    CHECK_MESSAGE(english.find(words) != std::string::npos, english);
    CHECK(finding.observed.in(Language::french) != "");
    CHECK(finding.observed.in(Language::french) != english);
}

}  // namespace by_hand
