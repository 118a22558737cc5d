#pragma once

#include "tests/grader/run_by_hand.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

/// Crawls told by hand.
namespace by_hand {

/// A call of crawl() with these inputs.
inline protocol::Call crawl(int pages, int limit) {
    return {"crawl", {{"pages", std::to_string(pages)}, {"limit", std::to_string(limit)}}};
}

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

}  // namespace by_hand
