#include "grader/rubric/pieces.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace grader {

std::vector<Wait> waits_joined(const Timeline& timeline, std::size_t call, Time length) {
    std::vector<Wait> whole;
    std::map<std::uint32_t, Wait> begun;  // by task
    for (const Wait& wait : timeline.waits_in(call)) {
        if (wait.blocking || wait.planned >= length) {
            begun.erase(wait.task_id);
            if (!wait.blocking && wait.planned == length) whole.push_back(wait);
            continue;
        }
        const auto [open, is_first] = begun.try_emplace(wait.task_id, wait);
        Wait& joined = open->second;
        const bool follows = !is_first && joined.how == Wait::End::over && joined.end == wait.begin &&
                             joined.planned + wait.planned <= length;
        if (follows) {
            joined.planned += wait.planned;
            joined.end = wait.end;
            joined.how = wait.how;
        } else {
            joined = wait;
        }
        if (joined.planned < length) continue;
        whole.push_back(joined);
        begun.erase(open);
    }
    std::ranges::sort(whole, {}, &Wait::index);
    return whole;
}

}  // namespace grader
