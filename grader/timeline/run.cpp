#include "grader/timeline/run.hpp"

#include <utility>

namespace grader {

Told told(const protocol::Record& record, SharedText name, SharedText detail) {
    Told made{.kind = record.kind,
              .completion = record.completion,
              .awaited = record.awaited,
              .students = record.students,
              .task_id = record.task_id,
              .coroutine_id = record.coroutine_id,
              .line = record.line,
              .subject = record.subject,
              .count = record.count,
              .length_ns = record.length_ns,
              .name = std::move(name),
              .detail = std::move(detail)};
    if (!record.where.empty()) made.where = std::make_shared<const std::vector<std::uint64_t>>(record.where);
    return made;
}

Told told(const protocol::Record& record) { return told(record, record.name, record.detail); }

Text what_is_awaited(const Told& deadlocked) {
    if (deadlocked.awaited == protocol::Awaited::task) return say("the task {0}", deadlocked.detail);
    return say_if_known(deadlocked.detail);
}

}  // namespace grader
