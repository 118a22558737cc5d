#include "grader/timeline/run.hpp"

#include <utility>

namespace grader {

Told told(const protocol::Record& record, SharedText name, SharedText detail) {
    using Places = std::vector<std::uint64_t>;
    std::shared_ptr<const Places> where;
    if (!record.where.empty()) where = std::make_shared<const Places>(record.where);
    return record.with(std::move(name), std::move(detail), std::move(where));
}

Told told(const protocol::Record& record) { return told(record, record.name, record.detail); }

Text what_is_awaited(const Told& deadlocked) {
    if (deadlocked.awaited == protocol::Awaited::task) return say("the task {0}", deadlocked.detail);
    return say_if_known(deadlocked.detail);
}

}  // namespace grader
