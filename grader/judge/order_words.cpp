#include "grader/judge/order_words.hpp"

#include "grader/exercise/words.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

using protocol::Kind;

constexpr std::size_t most_told = 2;

/// What a reader calls the tasks: each by the first coroutine of the submission's that does something in it,
/// and where several bear the same name, by the order in which they were created.
class TaskNames {
public:
    explicit TaskNames(const Run& run) {
        std::map<std::uint64_t, std::string> names;  // by task, which is by creation
        for (const Event& event : run.events) {
            const Told& what = event.what;
            if (what.kind == Kind::task_created) names.emplace(what.subject, what.detail);
            if (what.students && what.task_id != 0 && named_by_student_.insert(what.task_id).second)
                names[what.task_id] = what.name;
        }
        for (const auto& [task, name] : names) tasks_[name].push_back(task);
        names_ = std::move(names);
    }

    Text operator()(std::uint64_t task) const {
        const auto known = names_.find(task);
        if (known == names_.end()) return say("task {0}", task);
        const std::vector<std::uint64_t>& namesakes = tasks_.at(known->second);
        const auto place = std::ranges::find(namesakes, task) - namesakes.begin() + 1;
        if (namesakes.size() == 1) return Text(known->second);
        return say("{0} no. {1}", known->second, place);
    }

private:
    std::set<std::uint64_t> named_by_student_;
    std::map<std::uint64_t, std::string> names_;
    std::map<std::string, std::vector<std::uint64_t>> tasks_;
};

}  // namespace

Text describe_order(const Run& run) {
    const TaskNames name(run);
    Text words;
    std::size_t told = 0;
    std::size_t more = 0;
    for (const Event& event : run.events) {
        if (event.what.kind != Kind::overtook) continue;
        if (told == most_told) {
            ++more;
            continue;
        }
        const Text one = say("{0} goes on before {1}, at {2}", name(event.what.subject),
                             name(static_cast<std::uint64_t>(event.what.count)), in_seconds(event.at));
        words = told++ == 0 ? one : say("{0}, and {1}", words, one);
    }
    if (more > 0) words = say("{0}, and {1} more like that", words, more);
    return words;
}

}  // namespace grader
